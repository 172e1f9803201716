import type { Knowledge } from '../knowledge/types'
import { limitsOf } from './limits'
import {
  addWorkingTime,
  DAY,
  dayOf,
  endOfWorkday,
  HOUR,
  hourOf,
  isWorkday,
  momentOf,
  workdayFrom,
  workingTimeBetween,
  type Calendar,
} from './workdays'
import type { HandlingClass } from './words'

/** What a unit's deadline depends on (R-L1). */
export interface Dispatching {
  handlingClass: HandlingClass
  categoryId?: string
  at: Date
  submittedAt: Date
  /** Milliseconds the reporter was asked before this dispatch. */
  pausedMs?: number
  /** A set date, or a leader's or superior's: it wins. */
  explicit?: Date
}

/** R-L1, R-L2: by when the unit has to hand in its result. Never before the dispatch. */
export function deadlineOf(d: Dispatching, knowledge: Knowledge): Date {
  if (d.explicit) return d.explicit
  const { calendar, policies } = knowledge
  switch (d.handlingClass) {
    case 'instant':
      // Outside working days nobody is there for a routine matter; what cannot wait goes by R-D7.
      return isWorkday(dayOf(d.at), calendar) && hourOf(d.at) <= 14
        ? momentOf(dayOf(d.at), 18)
        : momentOf(workdayFrom(dayOf(d.at), 1, calendar), 12)
    case 'threeDay':
      return endOfWorkday(d.at, 3, calendar)
    case 'fixed': {
      const category = knowledge.categories.find(({ id }) => id === d.categoryId)
      return endOfWorkday(d.at, category?.days ?? policies.fixedDays, calendar)
    }
    case 'consult': {
      // The 24 hours are the citizen's; a unit that gets it late still has the least time of R-L2.
      const promised = d.submittedAt.getTime() + DAY + (d.pausedMs ?? 0)
      const least = addWorkingTime(d.at, limitsOf(knowledge).leastHours * HOUR, calendar)
      return new Date(Math.max(promised, least.getTime()))
    }
  }
}

/** R-L1: the deadline of a redo: working days of the policy unless set. */
export const redoDeadline = (at: Date, explicit: Date | undefined, knowledge: Knowledge): Date =>
  explicit ?? endOfWorkday(at, knowledge.policies.redoDays, knowledge.calendar)

/** The latest date an operator or supervisor may set: a complex matter's (R-L1). Leaders are not bound by it. */
export const latestDeadline = (at: Date, knowledge: Knowledge): Date =>
  endOfWorkday(at, knowledge.policies.complexDays, knowledge.calendar)

/** R-L3: the latest date an operator may extend to: the class's own length, counted from the old deadline. */
export const extensionLimit = (
  deadline: Date,
  handlingClass: HandlingClass | undefined,
  categoryId: string | undefined,
  knowledge: Knowledge,
): Date =>
  deadlineOf(
    { handlingClass: handlingClass ?? 'fixed', categoryId, at: deadline, submittedAt: deadline },
    knowledge,
  )

/** The moment when this share of the time between the two is used. */
export function shareOf(from: Date, to: Date, share: number, calendar: Calendar): Date {
  const working = workingTimeBetween(from, to, calendar)
  return working > 0
    ? addWorkingTime(from, working * share, calendar)
    : new Date(from.getTime() + Math.max(0, to.getTime() - from.getTime()) * share)
}

/**
 * R-L2: where a due moment lies after the clock stood from `stoppedAt` to `resumedAt`: what was left of the working
 * time runs on, no more. What was already past stays past.
 */
export function resumed(due: Date, stoppedAt: Date, resumedAt: Date, calendar: Calendar): Date {
  if (due <= stoppedAt) return due
  const left = workingTimeBetween(stoppedAt, due, calendar)
  if (left > 0) {
    // Never earlier: a due moment after office hours would else lose the hours between.
    const next = addWorkingTime(resumedAt, left, calendar)
    return next > due ? next : due
  }
  // Only out of office hours was left: those run on by the wall clock.
  return new Date(resumedAt.getTime() + due.getTime() - stoppedAt.getTime())
}

/** R-L2: after E15 the remainder runs on, at least 4 working hours. */
export function sentBackDeadline(deadline: Date, handedInAt: Date, at: Date, knowledge: Knowledge): Date {
  const left = workingTimeBetween(handedInAt, deadline, knowledge.calendar)
  const least = limitsOf(knowledge).leastHours * HOUR
  return addWorkingTime(at, Math.max(left, least), knowledge.calendar)
}

/** E13: until when the unit may return it: 1 working day, `instant` 2 working hours after the dispatch. */
export function returnBy(
  dispatchedAt: Date,
  handlingClass: HandlingClass | undefined,
  knowledge: Knowledge,
): Date {
  const { returnDays, returnHoursInstant } = limitsOf(knowledge)
  return handlingClass === 'instant'
    ? addWorkingTime(dispatchedAt, returnHoursInstant * HOUR, knowledge.calendar)
    : endOfWorkday(dispatchedAt, returnDays, knowledge.calendar)
}

/** R-H3: a co-unit's part is due one working day before the lead's, or after half the time where there is no day to spare. */
export function coUnitDue(from: Date, deadline: Date, calendar: Calendar): Date {
  const dayBefore = momentOf(workdayFrom(dayOf(deadline), -1, calendar), 18)
  return dayBefore > from ? dayBefore : shareOf(from, deadline, 0.5, calendar)
}

/** E5: collected suggestions are answered by the 10th of the next month. */
export function digestDue(at: Date): Date {
  const [year, month] = dayOf(at).split('-').map(Number) as [number, number]
  const next = month === 12 ? `${year + 1}-01-10` : `${year}-${String(month + 1).padStart(2, '0')}-10`
  return momentOf(next, 18)
}
