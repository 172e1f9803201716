import * as v from 'valibot'
import type { Outcome, Satisfaction, Status } from '../../ticket/words'
import { contract } from '../define'
import { cursor, type Moment } from '../fields'
import type { DueView } from './views'

/** R-T3: a matter somebody said "me too" of, as far as it is everybody's: never its words, nor who reported it. */
export interface JoinView {
  id: string
  number: string
  category: string
  place: string
  status: Status
  /** Who has it now, while it is under way. */
  holder?: string
  due?: DueView
  /** What became of it, once the centre has approved the result. */
  outcome?: Outcome
  /** When they said it. */
  since: Moment
  /** They are asked what they think of the result now (R-T9). */
  toRate: boolean
  /** What they said of it. */
  rated?: Satisfaction
}

/** R-T3: what the asker said "me too" of, newest first. */
export const joins = contract<{ items: JoinView[]; next?: string }>()(
  'ticket.joins',
  v.strictObject({ cursor }),
)
