import * as v from 'valibot'
import { contract } from '../define'
import { choice, id } from '../fields'

/** R-P4/R-X6: name and phone of the reporter for a stated purpose; the reading is in the audit. */
export const unmask = contract<{
  name?: string
  phone?: string
  /** Phone and ID numbers the reporter wrote in their words, which every view masks. */
  numbers?: string[]
}>()(
  'ticket.unmask',
  v.strictObject({ ticketId: id(), purpose: choice('用途', ['callback', 'contact', 'intake', 'desk']) }),
)
