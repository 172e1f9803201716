import * as v from 'valibot'
import { contract } from '../define'
import { OUTCOMES, type Outcome } from '../../ticket/words'
import { choice, id, moment, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** E14: what was found, what was done, proof, outcome, contact with the citizen. */
export const submitResult = contract<TicketAnswer>()(
  'ticket.submitResult',
  v.strictObject({
    ticketId: id(),
    found: text('调查情况', 1, 2000),
    done: text('办理情况', 1, 2000),
    outcome: choice('办理结果', Object.keys(OUTCOMES) as [Outcome, ...Outcome[]]),
    /** Needed with `impossible` and `explained`: the law, rule or plan it rests on. */
    basis: v.optional(text('依据', 0, 500)),
    /** Needed with `promised`. */
    promisedFor: v.optional(moment('承诺日期')),
    contact: v.optional(text('与反映人沟通情况', 0, 500)),
    photos: photos(9),
  }),
)
