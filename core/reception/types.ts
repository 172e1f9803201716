import type { BookingState, ReceptionKind } from './words'

/** One leader-day: `days/<id>`, the truth about its seats (architecture: booking without transactions). */
export interface Day {
  _id: string
  version: number
  /** `<13-digit ms of from>-<_id>` */
  sortKey: string
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
  /** Seats by slot and booking. */
  seats: Record<string, Record<string, Seat>>
  wakeAt?: Date
}

/** absent → booked → void, or straight to void; void is a tombstone that no later claim may pass. */
export interface Seat {
  personId: string
  state: 'booked' | 'void'
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
  topic: string
  words?: string
  people: number
  /** Copied from the day so that a list of bookings is one query. */
  day: { leaderName: string; post: string; date: string; place: string; from: Date; to: Date; cutOff: Date }
  outbox: { template: string; title: string; words: string }[]
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}
