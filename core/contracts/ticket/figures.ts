import * as v from 'valibot'
import type { QueueView } from '../../ticket/words'
import { contract } from '../define'

/** How many each list of this person's workbench holds, in the order in which they stand there. */
export const figures = contract<{ totals: { view: QueueView; total: number }[] }>()(
  'ticket.figures',
  v.strictObject({}),
)
