import Taro from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import { newRequestId, owner } from '@/cloud'
import { emptyDraft, isEmpty, type Draft } from './draft'

/** A report the person has sent off but the cloud has not answered yet: it goes as it is, under this one name. */
export interface Waiting {
  requestId: string
  draft: Draft
  /** Being changed by hand: must not go by itself. */
  paused?: boolean
}

/** What the cloud answered to the last report, for the page that tells it. */
export type Sent = ActionOutput<'ticket.submit'>

/** People who share a browser do not see each other's drafts. */
const keyOf = (what: string): string => `report.${what}.${owner()}`

function read<T>(what: string): T | undefined {
  // Storage answers '' for what is not there.
  return (Taro.getStorageSync<T | ''>(keyOf(what)) || undefined) as T | undefined
}

function write(what: string, value: unknown): void {
  if (value === undefined) Taro.removeStorageSync(keyOf(what))
  else Taro.setStorageSync(keyOf(what), value)
}

/** The draft, the report on its way and the last answer, as kept on this device (R-T2). */
export const store = {
  draft: (): Draft => ({ ...emptyDraft, ...read<Partial<Draft>>('draft') }),
  saveDraft: (draft: Draft): void => write('draft', isEmpty(draft) ? undefined : draft),
  clearDraft: (): void => write('draft', undefined),

  waiting: (): Waiting | undefined => read<Waiting>('waiting'),
  /**
   * From now on the report is frozen: every try sends the same words under the same name. A report changed after a
   * try without an answer keeps its name, so that it cannot arrive twice.
   */
  freeze(draft: Draft): Waiting {
    const waiting = { requestId: store.waiting()?.requestId ?? newRequestId(), draft }
    write('waiting', waiting)
    return waiting
  },
  saveWaiting: (waiting: Waiting): void => write('waiting', waiting),
  /** The person wants to change it first. */
  pause(): void {
    const waiting = store.waiting()
    if (waiting) write('waiting', { ...waiting, paused: true })
  },
  unfreeze: (): void => write('waiting', undefined),

  sent: (): Sent | undefined => read<Sent>('sent'),
  saveSent: (sent: Sent): void => write('sent', sent),
}
