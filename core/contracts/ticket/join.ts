import * as v from 'valibot'
import { contract } from '../define'
import { flag, id } from '../fields'

/** R-T3: "me too" of a public matter, instead of filing it again; or taken back. */
export const join = contract<{ joined: boolean }>()(
  'ticket.join',
  v.strictObject({ ticketId: id(), on: flag('附议') }),
)
