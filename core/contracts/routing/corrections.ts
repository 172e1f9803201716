import * as v from 'valibot'
import { contract } from '../define'
import { cursor, type Moment } from '../fields'

/** One ticket that was given another category than proposed (R-D3). */
export interface Correction {
  id: string
  number: string
  at: Moment
  /** Names of the categories. */
  from: string
  to: string
  /** False: somebody took it back, and it is not learned from. */
  learned: boolean
}

export const corrections = contract<{ items: Correction[]; next?: string }>()(
  'routing.corrections',
  v.strictObject({ cursor }),
)
