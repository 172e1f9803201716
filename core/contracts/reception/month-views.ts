import type { PlannedDay } from '../../reception/month'
import type { Moment } from '../fields'

/** A reception of a month as the operators of its centre see it. */
export interface PlannedDayView extends PlannedDay {
  /** Once published: how many seats are taken, and what became of it. */
  open?: { dayId: string; booked: number; capacity: number; state: DayState; changed?: string }
}

/** R-A2, counted from what happened at the desk: ahead or under way, held, not held, put off or given to another. */
export type DayState = 'ahead' | 'kept' | 'missed' | 'moved'

export interface MonthView {
  /** YYYY-MM */
  month: string
  /** Answer with it: whoever changes an older one is told. */
  version: number
  centre: string
  /** Whether its duty leaders are wanted every working day (R-A10). */
  daily: boolean
  state: 'published' | 'late' | 'due' | 'early'
  publishBy: Moment
  publishedAt?: Moment
  days: PlannedDayView[]
  /** Holidays and make-up workdays by date. */
  marks: Record<string, { mark: 'holiday' | 'makeUp'; name?: string }>
  /** Leaders who may be planned. */
  hosts: { id: string; name: string; post: string; unitIds: string[] }[]
  /** What is still missing, or was published with a reason: leaders without a day, dates without one. */
  gaps: { of: string; name: string; reason?: string }[]
  /** Receptions of the month before, to copy. */
  lastMonth: number
}
