import type { BookingState, ReceptionKind } from '../../reception/words'
import type { Satisfaction } from '../../ticket/words'
import type { Moment } from '../fields'

export interface SlotView {
  id: string
  from: Moment
  to: Moment
  /** Seats still free. */
  free: number
  capacity: number
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
  topic: string
  words?: string
  people: number
  leaderName: string
  post: string
  date: string
  from: Moment
  to: Moment
  place: string
  cutOff: Moment
  canCancel: boolean
  /** R-A9: what came of it. */
  tickets?: { id: string; number?: string }[]
  /** R-A9: how it was, once it is over. */
  canRate: boolean
  rating?: { listened: Satisfaction; attitude: Satisfaction }
}
