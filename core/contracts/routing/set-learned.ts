import * as v from 'valibot'
import { contract } from '../define'
import { flag, id } from '../fields'
import type { Correction } from './corrections'

/** R-D3: a wrong lesson is taken back, or learned again after all. */
export const setLearned = contract<{ correction: Correction }>()(
  'routing.setLearned',
  v.strictObject({ correctionId: id(), learned: flag('是否学习') }),
)
