import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { shareOf } from './deadlines'
import { limitsOf } from './limits'
import type { Ticket } from './types'
import type { Status } from './words'

/** By when whoever has the ticket must have acted (R-L2, R-L6), and from when on they are warned (R-L4). */
export interface Due {
  at: Date
  soonAt: Date
  /** What is due, in words. */
  what: string
}

const WHAT: Partial<Record<Status, string>> = {
  submitted: '受理',
  awaitingInstruction: '阅批',
  dispatched: '签收',
  handling: '办理',
  inReview: '审核',
  awaitingRating: '回访',
  inJudgement: '研判',
  collected: '答复',
}

/** The running due of this status; undefined when nobody must act or the clock stands. */
export function runningDue(ticket: Ticket, knowledge: Knowledge): Due | undefined {
  const { status, clock } = ticket
  const what = WHAT[status]
  if (!what) return undefined
  if (status === 'handling') {
    return clock.deadline && { at: clock.deadline, soonAt: clock.soonAt ?? clock.deadline, what }
  }
  const at = status === 'submitted' ? clock.screenBy : clock.stepBy
  const share = limitsOf(knowledge).warnShare
  return at && { at, soonAt: shareOf(clock.stepFrom, at, share, knowledge.calendar), what }
}

export interface DueState {
  at: Date
  state: 'ok' | 'soon' | 'late' | 'stopped'
  what: string
}

/**
 * By when whoever has it must have acted; undefined when nobody must. The reporter of a dispatched ticket is shown the
 * unit's deadline, not by when the unit has to sign.
 */
export function dueOf(ticket: Ticket, knowledge: Knowledge, now: Date, reader?: Actor): DueState | undefined {
  const { status, clock, question } = ticket
  if (status === 'awaitingReporter') {
    const at = clock.deadline ?? question?.until
    return at && { at, state: 'stopped', what: '补充' }
  }
  const isReporter = reader !== undefined && reader.id === ticket.reporter?.personId
  const due =
    isReporter && status === 'dispatched' && clock.deadline && clock.soonAt
      ? { at: clock.deadline, soonAt: clock.soonAt, what: '办理' }
      : runningDue(ticket, knowledge)
  if (!due) return undefined
  return { at: due.at, state: now > due.at ? 'late' : now >= due.soonAt ? 'soon' : 'ok', what: due.what }
}

/** The moment by which lists order what is pressing. */
export function pressingMoment(ticket: Ticket, knowledge: Knowledge): Date | undefined {
  return ticket.status === 'awaitingReporter' ? ticket.question?.until : runningDue(ticket, knowledge)?.at
}
