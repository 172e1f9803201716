import type { ActionInput } from '@core/contracts'
import { phoneIn } from '@core/people/phone'
import { emptyDraft, missing as missingInReport, toInput as reportInput, type Draft } from '@/features/draft'
import { CHANNELS } from '@core/ticket/words'

export type IntakeInput = ActionInput<'ticket.intake'>
export type IntakeChannel = IntakeInput['channel']

/** What an operator has written down so far. Kept nowhere: it is about somebody else, and the desk is shared. */
export interface Intake extends Pick<
  Draft,
  | 'words'
  | 'kind'
  | 'photos'
  | 'townshipId'
  | 'villageId'
  | 'address'
  | 'point'
  | 'confidential'
  | 'contactName'
  | 'contactPhone'
  | 'accusedUnitIds'
> {
  channel: IntakeChannel
  superiorNumber: string
  /** YYYY-MM-DD */
  superiorDay?: string
}

export const emptyIntake: Intake = {
  channel: 'phone',
  words: '',
  photos: [],
  address: '',
  confidential: false,
  contactName: '',
  contactPhone: '',
  accusedUnitIds: [],
  superiorNumber: '',
}

/** The ways in that an operator writes down. */
export const CHANNEL_OPTIONS = Object.entries(CHANNELS)
  .filter(([channel]) => channel !== 'miniprogram' && channel !== 'agent')
  .map(([value, label]) => ({ value: value as IntakeChannel, label }))

export const INTAKE_WORDS_MIN = 5

/** The form as the cloud wants it: what was left empty or no longer applies is absent. */
export function toInput({ channel, superiorNumber, superiorDay, ...matter }: Intake): IntakeInput {
  const {
    contact,
    enterprise: _none,
    onBehalfOf: _nobody,
    ...rest
  } = reportInput({ ...emptyDraft, ...matter })
  return {
    ...rest,
    channel,
    ...(contact && { caller: contact }),
    ...(channel === 'superior' && {
      superior: { number: superiorNumber.trim(), deadline: endOfWork(superiorDay ?? '') },
    }),
  }
}

/** What can be seen to be missing without asking the cloud, by field path of the contract. */
export function missing({ channel, superiorNumber, superiorDay, ...matter }: Intake): Record<string, string> {
  // Here words may be fewer, and a number may be a landline.
  const report = missingInReport({ ...emptyDraft, ...matter })
  const { words: _words, 'contact.phone': _mobile, ...wrong } = report
  const phone = matter.contactPhone.trim()
  return {
    ...(phone !== '' && phoneIn(phone) === undefined
      ? { 'caller.phone': '请填手机号，或带区号的固定电话' }
      : {}),
    ...(matter.words.trim().length < INTAKE_WORDS_MIN
      ? { words: `请记下反映的事情，至少 ${INTAKE_WORDS_MIN} 个字` }
      : {}),
    ...wrong,
    ...(channel === 'superior' && superiorNumber.trim() === ''
      ? { 'superior.number': '请填写上级编号' }
      : {}),
    ...(channel === 'superior' && superiorDay === undefined
      ? { 'superior.deadline': '请选择上级要求的期限' }
      : {}),
  }
}

/** 18:00 in Asia/Shanghai of a day written YYYY-MM-DD. */
const endOfWork = (day: string): number => Date.parse(`${day}T18:00:00+08:00`)
