import * as v from 'valibot'
import type { Shift } from '../../people/roster'
import { contract } from '../define'
import { id } from '../fields'

export interface Colleague {
  id: string
  name: string
  title?: string
}

/** R-H6: a unit's duty of the coming days. */
export interface RosterView {
  unitId: string
  unit: string
  /** Today first. Nobody on a shift: the head is told. */
  days: { day: string; shifts: Record<Shift, Colleague[]> }[]
  /** Who is told at this moment. */
  now: { shift: Shift; people: Colleague[] }
  /** The unit's head, who is told where a shift is not filled. */
  head?: Colleague
  /** Who may be put on duty; only for who plans. */
  staff: Colleague[]
  mayPlan: boolean
}

/** Who is on duty at a unit: one's own, or for an admin any. */
export const roster = contract<RosterView>()(
  'people.roster',
  v.strictObject({ unitId: v.optional(id('单位')) }),
)
