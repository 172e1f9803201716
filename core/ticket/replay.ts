import type { Knowledge } from '../knowledge/types'
import { deadlineOf, digestDue, redoDeadline, resumed, sentBackDeadline, shareOf } from './deadlines'
import { limitsOf } from './limits'
import type { TicketClock, TicketEvent } from './types'
import { addWorkingTime, DAY, endOfWorkday, HOUR } from './workdays'
import type { HandlingClass, Status } from './words'

/** What the clock reads of an event. */
export type ClockEvent = Pick<TicketEvent, 'type' | 'edge' | 'at' | 'from' | 'to' | 'body'>

interface ClockFacts {
  handlingClass?: HandlingClass
  categoryId?: string
  /** ms; a date that was set rather than derived. */
  deadline?: number
  /** ms */
  submittedAt?: number
}

/**
 * R-L5: the clock after one event. Deciding and replaying both go through here, so the deadline, the stops and the
 * breaches follow from the events alone.
 */
export function nextClock(
  before: TicketClock | undefined,
  event: ClockEvent,
  knowledge: Knowledge,
): TicketClock {
  if (!before) {
    // R-T10: a part goes on from when the whole was submitted.
    const submittedAt = new Date((event.body?.facts as ClockFacts | undefined)?.submittedAt ?? event.at)
    return step({ submittedAt, stepFrom: event.at }, { ...event, at: submittedAt }, knowledge)
  }
  if (event.type === 'ticket.recordCallback' && !event.to) return called(before, knowledge)
  if (event.type === 'ticket.decideExtension') return extended(before, event, knowledge)
  if (!event.to) return before
  const clock = withBreach({ ...before }, event)
  delete clock.screenBy
  delete clock.stepBy
  clock.stepFrom = event.at
  return step(clock, event, knowledge)
}

/** A deadline that passed while the unit had it stays on the record, whatever happens to the clock later. */
function withBreach(clock: TicketClock, { at, from }: ClockEvent): TicketClock {
  const running = from === 'dispatched' || from === 'handling'
  if (!running || !clock.deadline || at <= clock.deadline) return clock
  const missed = clock.deadline.getTime()
  if (clock.breaches?.some((breach) => breach.getTime() === missed)) return clock
  return { ...clock, breaches: [...(clock.breaches ?? []), clock.deadline] }
}

/** R-L6: after the first attempt what is left is the 15 days of E21. */
function called(clock: TicketClock, knowledge: Knowledge): TicketClock {
  if (!clock.answeredAt) return clock
  const days = limitsOf(knowledge).callbackOverdueDays
  return { ...clock, stepBy: new Date(clock.answeredAt.getTime() + days * DAY) }
}

/** R-L3: a granted extension is the unit's new deadline; a refused one leaves the old, passed or not. */
function extended(clock: TicketClock, event: ClockEvent, knowledge: Knowledge): TicketClock {
  const { deadline: set } = (event.body?.facts ?? {}) as ClockFacts
  if (set === undefined || !clock.dispatchedAt) return clock
  const deadline = new Date(set)
  const share = limitsOf(knowledge).warnShare
  return { ...clock, deadline, soonAt: shareOf(clock.dispatchedAt, deadline, share, knowledge.calendar) }
}

function step(clock: TicketClock, event: ClockEvent, knowledge: Knowledge): TicketClock {
  const { at } = event
  const { calendar } = knowledge
  const limits = limitsOf(knowledge)
  const hours = (n: number) => addWorkingTime(at, n * HOUR, calendar)
  const days = (n: number) => endOfWorkday(at, n, calendar)
  const back = event.from === 'awaitingReporter' ? resume(clock, at, knowledge) : clock
  const steps: Record<Status, () => TicketClock> = {
    submitted: () => ({ ...withoutUnit(back), screenBy: hours(limits.screenHours) }),
    awaitingReporter: () => ({ ...clock, stoppedAt: at }),
    awaitingInstruction: () => ({ ...clock, stepBy: days(limits.instructDays) }),
    dispatched: () => dispatched(clock, event, knowledge),
    handling: () => handling(back, event, knowledge),
    inReview: () => ({ ...clock, handedInAt: at, stepBy: days(limits.reviewDays) }),
    awaitingRating: () => ({ ...clock, answeredAt: at, stepBy: days(limits.callbackDays) }),
    inJudgement: () => ({ ...clock, stepBy: days(limits.judgementDays) }),
    collected: () => ({ ...clock, stepBy: digestDue(at) }),
    closed: () => clock,
    notAccepted: () => clock,
    withdrawn: () => back,
    merged: () => withoutUnit(back),
  }
  return steps[event.to ?? 'submitted']()
}

/** R-L2: re-dispatch starts a new unit clock; the one before ends here. */
function withoutUnit({ submittedAt, stepFrom, breaches, pausedMs }: TicketClock): TicketClock {
  return { submittedAt, stepFrom, ...(breaches && { breaches }), ...(pausedMs && { pausedMs }) }
}

function resume(clock: TicketClock, at: Date, knowledge: Knowledge): TicketClock {
  const { stoppedAt, ...rest } = clock
  if (!stoppedAt) return clock
  const { deadline, soonAt } = rest
  if (!deadline || !soonAt) {
    return { ...rest, pausedMs: (rest.pausedMs ?? 0) + at.getTime() - stoppedAt.getTime() }
  }
  const { calendar } = knowledge
  return {
    ...rest,
    deadline: resumed(deadline, stoppedAt, at, calendar),
    soonAt: resumed(soonAt, stoppedAt, at, calendar),
  }
}

function dispatched(clock: TicketClock, event: ClockEvent, knowledge: Knowledge): TicketClock {
  const facts = (event.body?.facts ?? {}) as ClockFacts
  const handlingClass = facts.handlingClass ?? 'fixed'
  const { signHours, signHoursInstant } = limitsOf(knowledge)
  const signWithin = handlingClass === 'instant' ? signHoursInstant : signHours
  const deadline = deadlineOf(
    {
      handlingClass,
      categoryId: facts.categoryId,
      at: event.at,
      submittedAt: clock.submittedAt,
      pausedMs: clock.pausedMs,
      explicit: facts.deadline === undefined ? undefined : new Date(facts.deadline),
    },
    knowledge,
  )
  return {
    ...unitClock(clock, event.at, deadline, knowledge),
    stepBy: addWorkingTime(event.at, signWithin * HOUR, knowledge.calendar),
  }
}

function unitClock(clock: TicketClock, at: Date, deadline: Date, knowledge: Knowledge): TicketClock {
  const soonAt = shareOf(at, deadline, limitsOf(knowledge).warnShare, knowledge.calendar)
  return { ...withoutUnit(clock), dispatchedAt: at, deadline, soonAt }
}

function handling(clock: TicketClock, event: ClockEvent, knowledge: Knowledge): TicketClock {
  const { at, body } = event
  if (event.edge === 'E19' || event.edge === 'E22') {
    const explicit = (body?.facts as ClockFacts | undefined)?.deadline
    const set = explicit === undefined ? undefined : new Date(explicit)
    return unitClock(clock, at, redoDeadline(at, set, knowledge), knowledge)
  }
  const { handedInAt, ...rest } = clock
  if (event.edge === 'E15' && handedInAt && rest.deadline) {
    const deadline = sentBackDeadline(rest.deadline, handedInAt, at, knowledge)
    return {
      ...rest,
      deadline,
      soonAt: shareOf(at, deadline, limitsOf(knowledge).warnShare, knowledge.calendar),
    }
  }
  return clock
}

export interface Replay {
  clock: TicketClock
  /** When the clock stood because the reporter was asked (R-T7); the last may still stand. */
  stops: { from: Date; to?: Date }[]
}

/**
 * R-L5: the clock from the events alone. Each event names the version of the knowledge it was decided by; pass a
 * function to look versions up where the calendar or a policy has changed since.
 */
export function replayClock(
  events: readonly TicketEvent[],
  knowledge: Knowledge | ((version: number) => Knowledge),
): Replay {
  let clock: TicketClock | undefined
  const stops: Replay['stops'] = []
  for (const event of events) {
    const version = event.body?.facts?.knowledge as number
    clock = nextClock(clock, event, typeof knowledge === 'function' ? knowledge(version) : knowledge)
    const open = stops[stops.length - 1]
    if (event.to === 'awaitingReporter') stops.push({ from: event.at })
    else if (event.from === 'awaitingReporter' && event.to && open) open.to = event.at
  }
  if (!clock) throw new Error('a ticket has at least its first event')
  return { clock, stops }
}
