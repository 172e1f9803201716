import type { Role } from './words'

/** Who acts, as the platform and the staff record say (R-P1). Never built from input. */
export interface Actor {
  /** `people/<id>`: the openid, or `ph_<keyed hash>` for people entered by phone. */
  id: string
  role: Role
  /** Staff: the unit they act for. */
  unitId?: string
  /** Staff: the unit they come from, besides their post (R-P3); R-P5 looks at both. */
  homeUnitId?: string
  /** Staff: shown to colleagues. */
  name?: string
  /** Leaders: may sign major matters off. */
  signMajor?: boolean
}

/** The system itself: clocks and automatic dispatch. */
export const SYSTEM = { id: 'system', role: 'system' } as const
export type ActingParty = Actor | typeof SYSTEM

/** A value encrypted at rest (R-X3): opaque to core. */
export type Sealed = string & { readonly sealed?: unique symbol }

export interface StaffRecord {
  role: Exclude<Role, 'citizen'>
  unitId: string
  homeUnitId?: string
  name: string
  title?: string
  signMajor?: boolean
  /** False once the person has left; takes effect at the next call (R-P3). */
  active: boolean
}

/** A reception that a person has booked: `from`, when it begins (ms). */
export interface Visit {
  bookingId: string
  kind: string
  topic: string
  from: number
}

/** One document of `people`: everything a call has to know about a person, read once. */
export interface Person {
  _id: string
  version: number
  staff?: StaffRecord
  phone?: Sealed
  phoneHash?: string
  /** R-A3: of the number they left last with a matter of their own, not verified. */
  contactHash?: string
  /** Moments (ms) of recent acts, per limit of R-X4; trimmed to the limit's window on every write. */
  recent: Record<string, number[]>
  /** The last submissions: a retry after midnight keeps its day and number (architecture: serial numbers). */
  submissions: { key: string; inputHash: string; day: string; ticketId: string }[]
  /** Reception: the booking that may become final, per kind. Believed only while that booking is not terminal. */
  locks: Record<string, string>
  /** R-A3: what they have booked within 60 days, so that a booking needs no further request to know. */
  visits?: Visit[]
  /** R-A3: bookings they did not come to. */
  noShows?: string[]
  /** Everything in the inbox up to this sort key has been read. */
  inboxReadTo?: string
  /** The request that verified the phone: WeChat's code works once, so its retry finds the answer here. */
  phoneRequest?: { key: string; inputHash: string }
}
