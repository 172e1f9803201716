import type { ActionInput } from '@core/contracts'
import type { BookingState } from '@core/reception/words'
import { phoneIn } from '@core/people/phone'

/** What an operator writes down while somebody asks for a reception on the telephone (R-T11). Kept nowhere. */
export interface Call {
  /** The caller's number, or the code of a booking they have. */
  caller: string
  name: string
  people: string
  topic?: string
  ownTopic: string
  words: string
}

export const emptyCall: Call = { caller: '', name: '', people: '1', ownTopic: '', words: '' }

/** By what bookings are looked for; undefined while it is neither a number nor a code yet. */
export function lookUpIn(written: string): ActionInput<'reception.lookUp'> | undefined {
  const digits = written.replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(digits)) return { code: digits }
  const phone = phoneIn(digits)
  return phone === undefined ? undefined : { phone }
}

const topicOf = ({ topic, ownTopic }: Call): string => ownTopic.trim() || (topic ?? '')

/** What is still missing, by field, as the cloud names them. */
export function missingIn(call: Call, hasSlot: boolean): Record<string, string> {
  return {
    ...(phoneIn(call.caller) === undefined
      ? { 'onBehalfOf.phone': '请写对方的手机号，或带区号的固定电话' }
      : {}),
    ...(call.name.trim().length < 2 ? { 'onBehalfOf.name': '请写对方的姓名' } : {}),
    ...(hasSlot ? {} : { slotId: '请选一个时段' }),
    ...(topicOf(call).length < 2 ? { topic: '请选一个事项，或写几个字' } : {}),
  }
}

/** Ready to send; call when nothing is missing. */
export const toWish = (
  call: Call,
  { dayId, slotId }: { dayId: string; slotId: string },
): ActionInput<'reception.book'> => ({
  dayId,
  slotId,
  topic: topicOf(call),
  people: Number(call.people),
  ...(call.words.trim() === '' ? {} : { words: call.words.trim() }),
  onBehalfOf: { name: call.name.trim(), phone: phoneIn(call.caller) ?? '' },
})

/** What to say to the caller of how it went. */
export const toldWords = (state: BookingState): string =>
  state === 'booked' ? '已约好，请对方记下预约号' : '已排上队，有空位会打电话请对方确认；请对方记下预约号'
