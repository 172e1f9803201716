import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { JoinView } from './joins'
import { ratingFields } from './rating-fields'

const { solved, result, reasons } = ratingFields

/** R-T9: what somebody who said "me too" thinks of the result, once a round. They never dealt with the unit: no attitude. */
export const rateJoin = contract<{ join: JoinView }>()(
  'ticket.rateJoin',
  v.strictObject({ ticketId: id(), solved, result, reasons }),
)
