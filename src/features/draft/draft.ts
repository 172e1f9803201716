import type { ActionInput } from '@core/contracts'
import type { Kind } from '@core/ticket/words'
import type { StoredPhoto } from '@/features/photos'

export type SubmitInput = ActionInput<'ticket.submit'>

/** What a citizen has filled in so far (R-T2): plain data, as it is kept on the phone. */
export interface Draft {
  words: string
  kind?: Kind
  photos: StoredPhoto[]
  townshipId?: string
  villageId?: string
  address: string
  point?: { latitude: number; longitude: number; name?: string }
  confidential: boolean
  contactName: string
  contactPhone: string
  enterprise: boolean
  enterpriseName: string
  position: string
  accusedUnitIds: string[]
  /** A village agent files for somebody else. */
  onBehalf: boolean
  behalfName: string
  behalfPhone: string
  /** That person has agreed. */
  consent: boolean
}

export const emptyDraft: Draft = {
  words: '',
  photos: [],
  address: '',
  confidential: false,
  contactName: '',
  contactPhone: '',
  enterprise: false,
  enterpriseName: '',
  position: '',
  accusedUnitIds: [],
  onBehalf: false,
  behalfName: '',
  behalfPhone: '',
  consent: false,
}

/** Whether there is anything worth keeping. */
export function isEmpty(draft: Draft): boolean {
  return JSON.stringify({ ...emptyDraft, ...draft }) === JSON.stringify(emptyDraft)
}

/** What naming units is for: somebody complains about them. */
export const namesAccused = (kind: Kind | undefined): boolean => kind === 'complaint' || kind === 'report'

/** The form as the cloud wants it: what was left empty or no longer applies is absent. */
export function toInput(draft: Draft): SubmitInput {
  const name = draft.contactName.trim()
  const phone = draft.contactPhone.trim()
  const address = draft.address.trim()
  return {
    words: draft.words.trim(),
    ...(draft.kind === undefined ? {} : { kind: draft.kind }),
    photos: draft.photos.flatMap(({ photo }) => (photo === undefined ? [] : [photo])),
    ...(draft.townshipId === undefined
      ? {}
      : {
          place: {
            townshipId: draft.townshipId,
            ...(draft.villageId === undefined ? {} : { villageId: draft.villageId }),
            ...(address === '' ? {} : { address }),
            ...(draft.point === undefined ? {} : { point: draft.point }),
          },
        }),
    confidential: draft.confidential,
    ...(draft.onBehalf || (name === '' && phone === '')
      ? {}
      : { contact: { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) } }),
    ...(draft.enterprise
      ? {
          enterprise: {
            name: draft.enterpriseName.trim(),
            ...(draft.position.trim() === '' ? {} : { position: draft.position.trim() }),
          },
        }
      : {}),
    ...(draft.onBehalf && draft.consent
      ? { onBehalfOf: { name: draft.behalfName.trim(), phone: draft.behalfPhone.trim(), consent: true } }
      : {}),
    ...(namesAccused(draft.kind) && draft.accusedUnitIds.length > 0
      ? { accusedUnitIds: draft.accusedUnitIds }
      : {}),
  }
}

export const WORDS_MIN = 10
export const WORDS_MAX = 2000

/** What to look for nearby (R-T3): without a place nothing is; what is secret, or somebody else’s, is not looked for. */
export function toQuestion(draft: Draft): ActionInput<'ticket.nearby'> | undefined {
  const words = draft.words.trim()
  const { townshipId, villageId, kind } = draft
  const isPrivate = draft.confidential || draft.onBehalf || kind === 'report'
  if (words.length < WORDS_MIN || townshipId === undefined || isPrivate) return undefined
  const address = draft.address.trim()
  return {
    words,
    ...(kind === undefined ? {} : { kind }),
    place: {
      townshipId,
      ...(villageId === undefined ? {} : { villageId }),
      ...(address === '' ? {} : { address }),
    },
  }
}

/**
 * What can be seen to be missing without asking the cloud, by field path of the contract; the cloud checks all of it
 * again. Without this an offline form would only be refused hours later.
 */
export function missing(draft: Draft): Record<string, string> {
  const wrong: Record<string, string> = {}
  const phone = draft.contactPhone.trim()
  if (draft.words.trim().length < WORDS_MIN) wrong.words = `请把事情说清楚一些，至少写 ${WORDS_MIN} 个字`
  if (!draft.onBehalf && phone !== '' && !/^1[3-9]\d{9}$/.test(phone))
    wrong['contact.phone'] = '手机号应为 11 位数字'
  if (draft.enterprise && draft.enterpriseName.trim().length < 2) wrong['enterprise.name'] = '请填写企业名称'
  const hasAddress = draft.address.trim() !== '' || draft.point !== undefined
  if (hasAddress && draft.townshipId === undefined) wrong['place.townshipId'] = '请选择乡镇（街道）'
  if (draft.onBehalf) {
    if (draft.behalfName.trim().length < 2) wrong['onBehalfOf.name'] = '请填写本人姓名'
    if (!/^1[3-9]\d{9}$/.test(draft.behalfPhone.trim())) wrong['onBehalfOf.phone'] = '手机号应为 11 位数字'
    if (!draft.consent) wrong['onBehalfOf.consent'] = '请先征得本人同意'
  }
  return wrong
}
