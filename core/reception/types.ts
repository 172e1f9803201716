import type { Actor, Sealed } from '../people/types'
import type { Place } from '../ticket/types'
import type { Kind, Satisfaction } from '../ticket/words'
import type { BookingState, BookingWay, DeskState, ReceptionKind } from './words'

/** One leader-day: `days/<id>`, the truth about its seats (architecture: booking without transactions). */
export interface Day {
  _id: string
  version: number
  /** `<13-digit ms of from>-<_id>` */
  sortKey: string
  /** The county's centre, or the township that holds it (R-A10). */
  centreId: string
  kind: ReceptionKind
  leaderId: string
  leaderName: string
  post: string
  unitIds: string[]
  /** YYYY-MM-DD in Asia/Shanghai */
  date: string
  place: string
  topics: string[]
  published: boolean
  cutOff: Date
  slots: { id: string; from: Date; to: Date; capacity: number }[]
  /** Seats left by slot: what the conditional write asks. */
  free: Record<string, number>
  /** Seats by slot and claim. The first claim of a booking has the booking's id, that of a move the move's request. */
  seats: Record<string, Record<string, Seat>>
  /** R-A5: claims that wait for a seat, by slot, the longest waiting first. While there are any nobody claims directly. */
  waiting: Record<string, string[]>
  /** Bookings that must follow what has changed here, each once. The clock carries it to them and tells their people. */
  outbox: string[]
  /** R-A7: what happened at the desk, by booking. */
  desk: Record<string, DeskEntry>
  /** R-A7: when whoever receives came, and when the last visitor had gone. */
  openedAt?: Date
  closedAt?: Date
  /** R-A6: what the plan was before each change after its publication, oldest first. */
  changes?: DayChange[]
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}

/**
 * absent → waiting → offered → booked → void, or straight to booked or void. Void is a tombstone that no later claim may
 * pass; waiting takes no seat yet.
 * `until`: of an offer, by when it must be confirmed; of a tombstone, how long it must stand.
 */
export interface Seat {
  bookingId: string
  personId: string
  state: 'waiting' | 'offered' | 'booked' | 'void'
  until?: Date
}

/** A visitor at the desk. `number`, from 1, is given at check-in: all that the screen shows of them. */
export interface DeskEntry {
  state: DeskState
  number?: number
  arrivedAt?: Date
  calledAt?: Date
  endedAt?: Date
  /** The request that brought it to this state, so that its retry gets the same answer. */
  request?: string
  /** R-A9: matters that came of it, and those of them answered on the spot. */
  outcome?: { tickets: number; answered: number }
  /** R-A9: how the visitor rated the reception. */
  rating?: ReceptionRating
}

/** R-A9: whether they were listened to, and the attitude. */
export interface ReceptionRating {
  listened: Satisfaction
  attitude: Satisfaction
}

/** R-A6: the leader or the date as it was before, who changed it and why. `key`: the request that did. */
export type DayChange = { key: string; at: Date; byId: string; reason: string } & (
  | { what: 'swapped'; leaderId: string; leaderName: string; post: string }
  | { what: 'moved'; date: string; from: Date }
)

/** R-A9: one matter that a visitor brought, as the desk wrote it down. */
export interface OutcomeMatter {
  words: string
  kind?: Kind
  place?: Place
  confidential: boolean
  /** Answered on the spot (E3), or for the leader to instruct in writing (E8, E9). */
  result: 'answered' | 'instructed'
  said: string
  summary?: string
}

/**
 * R-A9: the tickets that a reception made. Their ids follow from the booking, so that a retry, the clock and a second
 * clerk make each of them once; `pending` holds what is needed for that until all are there.
 */
export interface Outcome {
  key: string
  inputHash: string
  at: Date
  by: Actor
  tickets: { id: string; number?: string }[]
  answered: number
  pending?: OutcomeMatter[]
}

/** What a booking has of its day, so that a list of bookings is one query. */
export interface DayCopy {
  centreId: string
  leaderId: string
  leaderName: string
  post: string
  date: string
  place: string
  from: Date
  to: Date
  cutOff: Date
}

/** `bookings/<id>`, id = hash(person, requestId). */
export interface Booking {
  _id: string
  version: number
  sortKey: string
  personId: string
  inputHash: string
  /** The request that cancelled it, so that its retry gets the same answer. */
  cancelRequest?: string
  kind: ReceptionKind
  state: BookingState
  code: string
  dayId: string
  slotId: string
  /** The claim under which the day has its seat: its own id, after a move the move's request. */
  seatId: string
  /** Of a `confirming` booking: it wants a place on the waiting list, not a seat. */
  waits?: true
  /** R-A5, of an `offered` booking: by when it must be confirmed. */
  offeredUntil?: Date
  /** R-A5, of a `moving` booking: where to, under which claim. */
  move?: { seatId: string; dayId: string; slotId: string; day: DayCopy }
  /** R-A6: leader or date have changed, so it may be moved or cancelled until it begins. */
  released?: true
  topic: string
  words?: string
  people: number
  photos: string[]
  /** R-A3: the person's own ticket that it is about. */
  ticketId?: string
  ticketNumber?: string
  way: BookingWay
  /** Who entered it for the person: an operator or an agent. */
  byId?: string
  /** R-T11: whom it was entered for. */
  visitor?: { name?: Sealed; phone?: Sealed; phoneHash?: string }
  /** Times the person had not come before this booking was made. */
  noShows: number
  /** R-A9: what came of it. */
  outcome?: Outcome
  /** R-A9: once. */
  rating?: ReceptionRating & { at: Date; words?: string }
  day: DayCopy
  outbox: { template: string; title: string; words: string }[]
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}
