import type { Sealed } from '../people/types'
import type { Role } from '../people/words'
import type { Proposal } from '../routing/types'
import type {
  Channel,
  DissatisfiedReason,
  HandlingClass,
  Kind,
  OrderCause,
  OrderGrade,
  OrderState,
  Outcome,
  RefusalReason,
  Satisfaction,
  Solved,
  Status,
} from './words'

/** One matter, one document: the ticket with its events and its outbox (architecture: the way of one request). */
export interface Ticket {
  _id: string
  version: number
  number: string
  /** `<13-digit ms>-<_id>` of submission (of its day, where the moment could give a reporter away: R-P5). */
  sortKey: string
  /** The same form of who must act next and by when: most pressing first. */
  dueKey: string
  /** The same form of the last event: the daily anchors take the tickets that moved, in this order (R-T8). */
  headKey: string
  status: Status
  round: number
  kind?: Kind
  channel: Channel
  /** Section 1: the township whose own centre has it; absent: the county's centre. */
  centreUnitId?: string
  title: string
  words: string
  summary?: string
  photos: string[]
  place?: Place
  reporter?: Reporter
  /** A matter from above: its number there, by when they want it done, and the last reply sent up. */
  superior?: { number: string; deadline: Date; replied?: { round: number; at: Date } }
  /** The agent who filed it on the reporter's behalf. */
  filedBy?: string
  confidential: boolean
  urgent: boolean
  /** R-D7: when it was marked urgent after it came in. */
  alertedAt?: Date
  /** R-T3: others nearby may be shown that there is such a matter. */
  publicMatter?: boolean
  /** `said`: what the leader has said of it already, at a reception (R-A9); their instruction begins with it. */
  major?: { leaderId: string; said?: string }
  accused: { unitIds: string[]; personIds: string[] }
  proposal?: Proposal
  categoryId?: string
  leadUnitId?: string
  /** R-P2: the unit below that does it for the lead unit, which still answers for it. */
  passedTo?: string
  /** Who of the unit handles it. It still waits for the unit: whoever has left counts as nobody (R-P3). */
  assigned?: { personId: string; unitId: string; name: string; at: Date }
  coUnits: CoUnit[]
  /** R-D8: the last time a township called departments to the spot. */
  whistle?: Whistle
  handlingClass?: HandlingClass
  clock: TicketClock
  instruction?: { leaderId: string; words: string; at: Date }
  question?: { words: string; askedAt: Date; until: Date; backTo: Status }
  refusal?: {
    reason: RefusalReason
    goTo: string
    at: Date
    byId: string
    appealUntil: Date
    appealed: boolean
  }
  results: TicketResult[]
  ratings: TicketRating[]
  callbacks: CallbackAttempt[]
  /** When a person of staff last moved the matter on: an urge after it is "without progress" (R-T6). */
  progressAt?: Date
  /** R-H1: contacts with the reporter, the first of a round first. */
  contacts?: { round: number; at: Date; how: ContactWay; byId: string }[]
  /** R-H1, R-D7: who was on the spot and where, oldest first. */
  arrivals?: Arrival[]
  /** The last round in which a unit's question went to the reporter: once a round (R-T7). */
  askedRound?: number
  /** E23 on a report is a request: granted by the centre, or the ticket goes on without its reporter. */
  withdrawal?: { words: string; at: Date }
  /** R-T9: when the reporter left a matter that others reported too; it goes on for them. */
  left?: Date
  /** R-T9: the people behind the tickets that joined this one, as last asked (see `joined.ts`). */
  others?: string[]
  /** How a suggestion was concluded (E5). */
  suggestion?: { adopted: boolean; at: Date }
  /** Leaders it was ever sent to: they keep seeing it. */
  sentTo?: string[]
  /** Opened by a leader's instruction or a redo (E9, E19, E22). */
  keySupervision?: boolean
  /** R-L3: the last application for more time. */
  extension?: Extension
  /** R-S3, R-L4: supervision orders, the first one first. */
  orders?: SupervisionOrder[]
  judgement?: { unreasonable: { byId: string; words: string; at: Date } }
  returnedOnce: boolean
  urges: Date[]
  /** R-T10: the number it had, or was taken from, before it was split, and into how many. */
  split?: { number: string; parts: number }
  /** R-T10: the parts that are still to be made, the second first. */
  splitting?: TicketPart[]
  /** The main ticket this one joined (E6). */
  mergedInto?: string
  /** Keys of who may see it: `centre:<unit>`, `unit:<id>`, `person:<id>`, `leader:<id>`, `supervision`. Indexed (multikey). */
  audience: string[]
  /** R-D5: what near matters meet by, `open.`, `closed.` or `public.` and a hash; a sensitive ticket has none. Indexed (multikey). */
  likeKeys?: string[]
  /** R-H5: `<13-digit ms>-<_id>` of the last result handed in, to find a unit's newest. Indexed. */
  resultKey?: string
  /** Keys, of the same form, of who must act next. Indexed (multikey). */
  waitsFor: string[]
  /** Lists it stands in besides those of status and time, `<list>:<key>` (see `lists.ts`). Indexed (multikey). */
  lists: string[]
  events: TicketEvent[]
  head: { seq: number; hash: string }
  outbox: OutboxEntry[]
  /** When time must next touch this document; absent when nothing is due. */
  wakeAt?: Date
  /** Reminders already sent, of those the present state has: a wake-up may be repeated. */
  reminded?: string[]
  failures?: number
  stuckAt?: Date
  closedAt?: Date
}

/** R-T10: one matter of several. */
export interface TicketPart {
  words: string
  photos: string[]
  proposal?: Proposal
}

export interface Place {
  townshipId: string
  villageId?: string
  address?: string
  point?: Point
}

export interface Point {
  latitude: number
  longitude: number
  name?: string
}

export interface Reporter {
  personId: string
  name?: Sealed
  phone?: Sealed
  phoneHash?: string
  enterprise?: { name: string; position?: string }
}

/** R-H3. `doneAt`: reported in this round. `objectedAt`: once, whatever the round. */
export interface CoUnit {
  unitId: string
  due?: Date
  doneAt?: Date
  objectedAt?: Date
}

/** R-S3. `missed`: the moment by which it should have been done, where the clock drafted it. */
export interface SupervisionOrder {
  grade: OrderGrade
  cause: OrderCause
  missed?: Date
  unitId: string
  state: OrderState
  draftedAt?: Date
  words: string
  /** By when the unit has to answer in writing. */
  until: Date
  issuedAt?: Date
  byId?: string
  answer?: { words: string; photos: string[]; at: Date; byId: string }
}

/** R-D8. `called`: from its confirmation on, or at once where it is urgent. */
export interface Whistle {
  /** Who called. */
  unitId: string
  place: string
  at: Date
  /** The departments called, the one that leads on the spot first. */
  unitIds: string[]
  state: 'asked' | 'confirmed' | 'refused'
  called?: { at: Date; due: Date }
}

export interface Arrival {
  round: number
  unitId: string
  byId: string
  at: Date
  point: Point
}

/** R-L3. `leaderId`: who decides in a redo or on a leader's date; absent: the operator. */
export interface Extension {
  round: number
  askedAt: Date
  byId: string
  /** The deadline when it was asked, and the one asked for. */
  from: Date
  until: Date
  leaderId?: string
  state: 'asked' | 'granted' | 'refused'
}

export type ContactWay = 'phone' | 'visit' | 'message' | 'throughCentre'

/** R-L2. All that a deadline depends on; a fold of the events, so it can be replayed (R-L5). */
export interface TicketClock {
  submittedAt: Date
  /** When the present status was entered. */
  stepFrom: Date
  /** When the centre has to have acted on a submission (R-L6). */
  screenBy?: Date
  dispatchedAt?: Date
  deadline?: Date
  /** When 80 % of the unit's time is used (R-L4). */
  soonAt?: Date
  /** Deadlines a unit missed, oldest first. */
  breaches?: Date[]
  /** Milliseconds the clock stood before any dispatch: a consult's 24 hours do not count them. */
  pausedMs?: number
  /** Set while the reporter is asked: the clock stands. */
  stoppedAt?: Date
  /** When the unit's part ended (E14); review time is not the unit's. */
  handedInAt?: Date
  /** When the reporter got the answer (E3, E16): callbacks count from here (E21). */
  answeredAt?: Date
  /** By when whoever acts next must have: sign, review, instruct, call back, judge (R-L6). */
  stepBy?: Date
}

export interface TicketResult {
  round: number
  at: Date
  unitId: string
  byId: string
  found: string
  done: string
  outcome: Outcome
  basis?: string
  promisedFor?: Date
  contact?: string
  photos: string[]
  state: 'inReview' | 'sentBack' | 'approved'
  missing?: string
  /** R-H3: co-units whose part was not there yet. */
  withoutUnitIds?: string[]
  overrule?: string
}

export interface TicketRating {
  round: number
  at: Date
  by: 'reporter' | 'phone'
  /** R-T9: whose it is, where it is not the ticket's own reporter's. */
  personId?: string
  solved: Solved
  result: Satisfaction
  attitude: Satisfaction
  reasons: DissatisfiedReason[]
  words?: string
  photos: string[]
}

export interface CallbackAttempt {
  at: Date
  round: number
  outcome: 'noAnswer' | 'answered'
  /** R-T9: who was called, where it was not the ticket's own reporter. */
  personId?: string
  words?: string
  byId: string
}

/**
 * R-T8. Never edited. `hash` covers everything but the words, the photos and the salt: they enter as `digest` and may
 * be erased. The facts are never personal and stay, so the clocks can always be replayed.
 */
export interface TicketEvent {
  seq: number
  /** hash(person, requestId): finds the event of a repeated request. */
  key: string
  inputHash: string
  /** The command: `ticket.sign`, or `clock.<what>`. */
  type: string
  /** The edge taken, `E12`; absent when the status stays. */
  edge?: string
  at: Date
  by: { personId: string; role: Role | 'system'; unitId?: string }
  from?: Status
  to?: Status
  /** What and why, possibly personal. */
  body?: EventBody
  salt?: string
  /** digest(salt + words, photos and `internal` of the body) */
  digest: string
  prev: string
  hash: string
}

export interface EventBody {
  words?: string
  photos?: string[]
  /** Seen by staff only (R-H2). */
  internal?: boolean
  /** Facts the replay of clocks and the reader's timeline need: units, deadline, reasons. */
  facts?: Record<string, unknown>
}

/** A notice written with the change and sent after (R-N2). */
export interface OutboxEntry {
  /** Event that caused it. */
  seq: number
  /** Audience key, expanded when delivered. */
  to: string
  template: string
  /** Words for the inbox: already safe for this audience (R-P5). */
  title: string
  words: string
  urgent?: boolean
  /** R-N3: who has no WeChat is called. */
  call?: boolean
}
