import * as v from 'valibot'
import { CHANNELS, type Channel } from '../../ticket/words'
import { INVALID_CONTACTS, type InvalidContact } from '../../people/words'
import { contract } from '../define'
import { choice, phoneNumber, text } from '../fields'

/** R-T5: a contact that is no matter is noted without a ticket, and counted. */
export const logContact = contract<{
  /** Invalid contacts of today, this one included. */
  today: number
}>()(
  'people.logContact',
  v.strictObject({
    channel: choice('来源', Object.keys(CHANNELS) as [Channel, ...Channel[]]),
    reason: choice('情形', Object.keys(INVALID_CONTACTS) as [InvalidContact, ...InvalidContact[]]),
    phone: v.optional(phoneNumber),
    note: v.optional(text('备注', 0, 300)),
  }),
)
