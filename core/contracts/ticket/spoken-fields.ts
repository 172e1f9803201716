import * as v from 'valibot'
import { SAID_BY, SAID_HOW, type SaidBy, type SaidHow } from '../../ticket/words'
import { choice } from '../fields'

/** R-T11: who of a reporter without WeChat said it to an operator, and how. Only the operator who writes it down fills these in. */
export const spokenFields = {
  saidBy: v.optional(choice('谁说的', Object.keys(SAID_BY) as [SaidBy, ...SaidBy[]])),
  saidHow: v.optional(choice('联系方式', Object.keys(SAID_HOW) as [SaidHow, ...SaidHow[]])),
}
