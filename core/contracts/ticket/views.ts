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
} from '../../ticket/words'
import type { StandardReply } from '../../knowledge/types'
import type { Role } from '../../people/words'
import type { Moment } from '../fields'

/** What readers get. A field a reader has no right to is absent; a list is empty (R-P4, R-P5, R-P6). */

export interface DueView {
  at: Moment
  /** `stopped`: the clock stands while the reporter is asked (R-T7). `soon`: 80 % of the time is used (R-L4). */
  state: 'ok' | 'soon' | 'late' | 'stopped'
}

export interface PhotoView {
  /** Names the picture on a page. Only what `ticket.admitPhoto` answers can be sent in. */
  photo: string
  /** A short-lived link (R-X2). */
  url: string
}

export interface TicketCard {
  id: string
  number: string
  title: string
  kind?: Kind
  status: Status
  round: number
  urgent: boolean
  major: boolean
  confidential: boolean
  /** Township and village in words; the exact address only in the whole view. */
  place?: string
  /** Who has it now, in words: 「县水务局」「社情民意服务中心」「您」. */
  holder: string
  leadUnit?: string
  /** Who of the unit handles it; `left`: they no longer work there, so it counts as nobody's (R-P3). */
  assignee?: { name: string; left?: true }
  /** R-D8: departments that were called to the spot and are not there (no `at`), or came late. */
  missed?: { unit: string; at?: Moment }[]
  /** The township whose own centre has it, for staff; absent: the county's. */
  centre?: { id: string; name: string }
  due?: DueView
  /** The moment, or the start of its day where the exact moment could give a reporter away (R-P5). */
  createdAt: Moment
  waitsForMe: boolean
  /** R-S3: the supervision order this reader has to know of: in force, or for supervision the draft. */
  order?: { grade: OrderGrade; state: OrderState }
}

export interface Guess<T> {
  value: T
  /** 0…1 */
  confidence: number
  /** Why, in words (R-D1). */
  reasons: string[]
}

/** One category a matter may belong to, and what follows from it. */
export interface AlternativeView {
  categoryId: Guess<string>
  leadUnitId: Guess<string>
  coUnitIds: string[]
  handlingClass: Guess<HandlingClass>
}

export interface ProposalView extends AlternativeView {
  kind: Guess<Kind>
  urgent: Guess<boolean>
  /** The next likely categories (R-D1). */
  others?: AlternativeView[]
  /** The proposed units lie outside the township whose centre has it: it goes up to the county. */
  outside?: boolean
  /** When the unit would have to hand in its result if dispatched now. */
  deadline: Moment
}

export interface ResultView {
  round: number
  at: Moment
  unit: string
  found: string
  done: string
  outcome: Outcome
  basis?: string
  promisedFor?: Moment
  contact?: string
  photos: PhotoView[]
  state: 'inReview' | 'sentBack' | 'approved'
  missing?: string
  /** Co-units whose part was not there yet, for staff (R-H3). */
  without?: string[]
}

export interface RatingView {
  round: number
  at: Moment
  by: 'reporter' | 'phone'
  /** By the reporter of a ticket that joined this one (R-T9). */
  ofAnother?: boolean
  solved?: Solved
  result: Satisfaction
  attitude?: Satisfaction
  reasons: DissatisfiedReason[]
  words?: string
  photos: PhotoView[]
}

export interface CallbackView {
  at: Moment
  round: number
  outcome: 'noAnswer' | 'answered'
  words?: string
  by: string
}

/** One line of the timeline: an event in plain words for this reader. */
export interface TimelineItem {
  seq: number
  at: Moment
  /** 「县水务局」「社情民意服务中心」「您」「系统」 */
  who: string
  title: string
  words?: string
  photos: PhotoView[]
  /** Only staff see it. */
  internal: boolean
}

export interface ReporterView {
  /** Masked unless `unmasked` (R-P4): 「张**」「138****0000」. */
  name?: string
  phone?: string
  enterprise?: string
  position?: string
  /** Followers of a main ticket and those who said "me too" (R-T9). */
  others: number
}

/** R-H3. `done`: its part is reported; `objected`: it objected to its part, which only staff see. */
export interface CoUnitView {
  id: string
  name: string
  due?: DueView
  done?: Moment
  objected?: Moment
}

export interface ArrivalView {
  unit: string
  at: Moment
  point: { latitude: number; longitude: number; name?: string }
}

export interface OrderView {
  grade: OrderGrade
  cause: OrderCause
  state: OrderState
  unit: string
  words: string
  until: Moment
  issuedAt?: Moment
  answer?: { words: string; at: Moment; photos: PhotoView[] }
}

export interface TicketView extends TicketCard {
  channel?: Channel
  /** A matter from above: its number there, by when they want it done, and when this round's reply went up. */
  superior?: { number: string; deadline: Moment; replied?: Moment }
  /** The reporter's own words; absent for readers who get only `summary` (R-P5). */
  words?: string
  /** The operator's summary. */
  summary?: string
  photos: PhotoView[]
  address?: string
  point?: { latitude: number; longitude: number; name?: string }
  mine: boolean
  reporter?: ReporterView
  category?: { id: string; name: string }
  leadUnitId?: string
  /** R-T3, for the centre. */
  publicMatter?: boolean
  /** R-P2: the unit below that does it for the lead unit, by name. */
  passedTo?: string
  coUnits: CoUnitView[]
  /** R-H1: who was on the spot, oldest first. */
  arrivals: ArrivalView[]
  /** R-D7: by when somebody has to be on the spot of an urgent matter; `late`: nobody was, or not in time. */
  arrival?: { by: Moment; at?: Moment; late: boolean }
  /** R-D8: departments called to the spot. `callsMe`: this reader's unit is one of them and is not there yet. */
  whistle?: {
    by: string
    place: string
    state: 'asked' | 'confirmed' | 'refused'
    units: string[]
    due?: Moment
    reports: { unit: string; leads: boolean; at?: Moment; late: boolean }[]
    callsMe: boolean
  }
  handlingClass?: HandlingClass
  proposal?: ProposalView
  /** R-S3: supervision orders, the first one first; drafts only for supervision. */
  orders: OrderView[]
  /** R-H4: what a direct answer or a result may start from, for whoever may write one now. */
  standardReplies?: StandardReply[]
  /** The open question to the reporter. */
  question?: { words: string; until: Moment }
  /** R-L3: the unit asks for time until then, and nobody has decided yet. */
  extension?: { until: Moment }
  refusal?: { reason: RefusalReason; goTo: string; appealUntil?: Moment }
  /** E23: the reporter of a tip-off asks to take it back, and the centre has to decide. */
  withdrawal?: { words: string; at: Moment }
  /** 「危及生命请先拨打 110/119/120」 when urgent and the reader is the reporter (R-D7). */
  advice?: string
  results: ResultView[]
  ratings: RatingView[]
  /** R-T9: how many of those who said "me too" said what of this round; no part of any figure. */
  joinerRatings?: Partial<Record<Satisfaction, number>>
  callbacks: CallbackView[]
  timeline: TimelineItem[]
  instruction?: { leader: string; words: string; at: Moment }
  /** R-H7: of a major matter that waits for a leader's word: who, what the centre wrote to them, what they have said of it (R-A9). */
  toSign?: { leader: string; words?: string; said?: string; sheet: 'instruction' | 'signOff' }
  /** The ticket this one joined; `toRate`: this reader is asked to rate it (R-T9). */
  mainTicket?: { id: string; number: string; toRate: boolean }
  /** The tickets that joined this one; `rated`: their reporter has rated this round (R-T9). */
  joined: { id: string; number: string; rated: boolean }[]
  /** Ids of the actions this reader can take now: the page's buttons, from the same table the server checks. */
  commands: string[]
  readerRole: Role
}

export interface TicketPage {
  items: TicketCard[]
  /** Cursor of the next page; absent on the last. */
  next?: string
}

/** The answer of every command on a ticket: the ticket as this reader sees it now. */
export interface TicketAnswer {
  ticket: TicketView
}
