import * as v from 'valibot'
import { DESKS, type Desk } from '../../notices/words'
import { contract } from '../define'
import { choice, cursor, type Moment } from '../fields'

/** A notice that did not arrive by itself. */
export interface UndeliveredView {
  id: string
  desk: Desk
  at: Moment
  title: string
  words: string
  /** Staff by name and unit, everybody else masked (R-P4); an admin reads no citizen's name or number. */
  whom: string
  /** What went wrong, or how the calls went so far. */
  why: string
  /** How often it was tried. */
  tries: number
  /** Nobody can say whether it arrived: sent again, it may arrive twice. */
  mayHaveArrived: boolean
  ticketId?: string
}

/** R-N2, R-N3: whom to call, and which messages failed, newest first; `totals` counts both lists. */
export const undelivered = contract<{
  items: UndeliveredView[]
  next?: string
  totals: Partial<Record<Desk, number>>
}>()(
  'people.undelivered',
  v.strictObject({ desk: choice('列表', Object.keys(DESKS) as [Desk, ...Desk[]]), cursor }),
)
