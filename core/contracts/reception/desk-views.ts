import type { BookingWay, DeskState, ReceptionKind } from '../../reception/words'
import type { Moment } from '../fields'

/** A reception day in a list of those that somebody works at. */
export interface DeskDay {
  id: string
  kind: ReceptionKind
  leaderName: string
  post: string
  /** YYYY-MM-DD */
  date: string
  place: string
  from: Moment
  to: Moment
  openedAt?: Moment
  closedAt?: Moment
  /** Visitors with a seat, those who wait here now, those who have been received. */
  booked: number
  waiting: number
  served: number
  /** R-A9: received, but nobody has written down what came of it. */
  unrecorded: number
}

/** A visitor as the desk sees them: masked (R-P4). */
export interface VisitorView {
  bookingId: string
  from: Moment
  to: Moment
  state: 'expected' | DeskState
  number?: number
  name?: string
  topic: string
  people: number
  way: BookingWay
  /** Times they had not come before. */
  noShows: number
  arrivedAt?: Moment
  calledAt?: Moment
  outcome?: { tickets: number; answered: number }
  /** Whether their slot is over and they may be noted as absent. */
  over: boolean
}

export interface DeskView {
  day: DeskDay
  /** In the order of their slots; those without a number have not come. */
  visitors: VisitorView[]
  serving?: string
  next?: string
  /** Slots that still have a seat, for somebody who walks in. */
  slots: { id: string; from: Moment; to: Moment; free: number }[]
}
