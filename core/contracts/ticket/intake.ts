import * as v from 'valibot'
import { CHANNELS, KINDS, type Channel, type Kind } from '../../ticket/words'
import { contract } from '../define'
import { choice, flag, moment, phoneNumber, photos, place, text, type Moment } from '../fields'

/** R-T5: every way in that an operator writes down. A citizen and an agent file for themselves (`ticket.submit`). */
type IntakeChannel = Exclude<Channel, 'miniprogram' | 'agent'>
const own: readonly string[] = ['miniprogram', 'agent']
const channels = Object.keys(CHANNELS).filter((channel) => !own.includes(channel))

/** R-T5: an operator enters a ticket from any other channel, in the caller's own words. */
export const intake = contract<{
  ticketId: string
  number: string
  next: string
  until: Moment
  advice?: string
}>()(
  'ticket.intake',
  v.strictObject({
    channel: choice('来源', channels as [IntakeChannel, ...IntakeChannel[]]),
    words: text('反映的原话', 5, 2000),
    kind: v.optional(choice('诉求类型', Object.keys(KINDS) as [Kind, ...Kind[]])),
    photos: photos(9),
    place: v.optional(place),
    confidential: flag('保密'),
    /** Absent: anonymous. */
    caller: v.optional(
      v.pipe(
        v.strictObject({ name: v.optional(text('称呼', 1, 20)), phone: v.optional(phoneNumber) }),
        v.check(({ name, phone }) => name !== undefined || phone !== undefined, '请填写称呼或电话'),
      ),
    ),
    accusedUnitIds: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(5, '最多选 5 个单位')),
    ),
    /** Of a matter from above: its number there and by when they want it done. */
    superior: v.optional(
      v.strictObject({ number: text('上级编号', 1, 60), deadline: moment('上级要求的期限') }),
    ),
  }),
)
