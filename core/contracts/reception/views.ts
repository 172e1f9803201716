import type { BookingState, BookingWay, ReceptionKind } from '../../reception/words'
import type { Satisfaction } from '../../ticket/words'
import type { Moment } from '../fields'
import type { PhotoView } from '../ticket/views'

export interface SlotView {
  id: string
  from: Moment
  to: Moment
  /** Seats that can be booked now: none while somebody waits for one. */
  free: number
  capacity: number
  /** How many wait for a seat (R-A5). */
  waiting: number
}

export interface DayView {
  id: string
  kind: ReceptionKind
  leaderId: string
  leaderName: string
  post: string
  /** Units in charge (分包单位), in words. */
  units: string[]
  /** YYYY-MM-DD in Asia/Shanghai. */
  date: string
  place: string
  topics: string[]
  slots: SlotView[]
  /** Until when people may book, change or cancel (R-A5). */
  cutOff: Moment
  open: boolean
}

/** A free seat offered to somebody who lost a race (R-A4). */
export interface SlotOffer {
  dayId: string
  slotId: string
  date: string
  from: Moment
  to: Moment
  leaderName: string
  free: number
}

export interface BookingView {
  id: string
  state: BookingState
  /** Short code people can read out at the desk. */
  code: string
  kind: ReceptionKind
  /** The county's centre or the township that receives (R-A10). */
  centreId: string
  dayId: string
  slotId: string
  topic: string
  words?: string
  people: number
  /** Only of bookings that lie ahead. */
  photos: PhotoView[]
  /** R-A3: the person's own matter that it is about. */
  ticket?: { id: string; number: string }
  leaderName: string
  post: string
  date: string
  from: Moment
  to: Moment
  place: string
  cutOff: Moment
  /** R-A5, of a seat that is held: by when it must be confirmed. */
  offeredUntil?: Moment
  /** R-A5, in the line: how many come before. */
  ahead?: number
  /** Until when it may be changed: the cut-off; where leader or date have changed, until it begins (R-A6). */
  changeUntil: Moment
  canCancel: boolean
  /** R-A9: what came of it. */
  tickets?: { id: string; number?: string }[]
  /** R-A9: how it was, once it is over. */
  canRate: boolean
  rating?: { listened: Satisfaction; attitude: Satisfaction }
  canMove: boolean
  canDetail: boolean
  way: BookingWay
  /** R-T11: whom it was made for, masked. */
  visitor?: { name?: string; phone?: string }
}
