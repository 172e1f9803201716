import { refuse } from '../errors'
import type { Knowledge } from '../knowledge/types'
import type { ActingParty } from '../people/types'
import { shownCreatedAt } from './access'
import { audienceOf, isBarred, waitsForOf } from './audience'
import { chained } from './chain'
import { nextWakeAt, remindersOf } from './clock'
import { coUnitDue } from './deadlines'
import { defined, refuseIf, type Change } from './decisions/decision'
import { pressingMoment } from './due'
import { edgeFrom } from './edges'
import type { Command, DecideEnv } from './env'
import { ticketLikeKeys } from './alike'
import { limitsOf } from './limits'
import { listsOf } from './lists'
import { nextClock } from './replay'
import { closingProblem } from './superior'
import { titleOf } from './title'
import { noticesOf } from './told'
import type { OutboxEntry, Ticket, TicketEvent } from './types'
import type { Status } from './words'

type Cause = Pick<Command, 'id' | 'key' | 'inputHash'>

/** Acts of staff that count as progress against an urge (R-T6), besides every edge. */
const PROGRESS = ['ticket.note', 'ticket.firstContact', 'ticket.checkIn', 'ticket.coUnitPart']
/** Sorts after every moment there is: nothing is due. */
const NEVER = '9999999999999'

/**
 * Turns a change into the next ticket: checks the edge, appends the one event, moves the clock, and recomputes all that
 * follows (keys, audience, notices, wake-up). The only place where a status changes.
 */
export function settle(
  ticket: Ticket,
  change: Change,
  cause: Cause,
  by: ActingParty,
  env: DecideEnv,
): Ticket {
  const to = targetOf(ticket, change, cause.id)
  return record(ticket, { from: to && ticket.status, to }, change, cause, by, env)
}

/** The status the change leads to. A change along an edge the table does not have is a bug, not a refusal. */
function targetOf(ticket: Ticket, change: Change, command: string): Status | undefined {
  if (!change.edge) return undefined
  const edge = edgeFrom(change.edge, ticket.status, command)
  const to = change.to ?? edge?.to[0]
  if (!edge || !to || !edge.to.includes(to)) {
    throw new Error(`no edge ${change.edge} from ${ticket.status} by ${command}`)
  }
  refuseIf(to === 'closed' && closingProblem({ ...ticket, ...change.set }))
  return to
}

/** `settle` with the step given; `create` records the first one, which comes from nowhere. */
export function record(
  ticket: Ticket,
  { from, to }: { from?: Status; to?: Status },
  change: Change,
  cause: Cause,
  by: ActingParty,
  env: DecideEnv,
): Ticket {
  if (ticket.events.length >= limitsOf(env.knowledge).maxEvents) {
    refuse('这件事的记录已满，不能再增加，请联系社情民意服务中心')
  }
  const event = chained(ticket._id, ticket.head, draftOf({ from, to }, change, cause, by, env), env.digest)
  const moved = withoutKeys({ ...ticket, ...change.set }, change.unset ?? [])
  const before = ticket.head.seq === 0 ? undefined : ticket.clock
  const next: Ticket = {
    ...(to === 'submitted' ? withoutUnits(moved) : moved),
    status: to ?? ticket.status,
    clock: nextClock(before, event, env.knowledge),
    events: [...ticket.events, event],
    head: { seq: event.seq, hash: event.hash },
    ...(to === 'closed' && { closedAt: env.now }),
    ...(isProgress(event, ticket) && { progressAt: env.now }),
  }
  return finish(withParts(next, ticket, env), event, change, env.knowledge)
}

function draftOf(
  step: { from?: Status; to?: Status },
  change: Change,
  cause: Cause,
  by: ActingParty,
  { now, salt, knowledge }: DecideEnv,
) {
  const { words, photos, internal, facts, edge } = change
  return defined({
    key: cause.key,
    inputHash: cause.inputHash,
    type: cause.id,
    edge,
    at: now,
    by: defined({ personId: by.id, role: by.role, unitId: 'unitId' in by ? by.unitId : undefined }),
    ...step,
    body: defined({
      words: words || undefined,
      photos: photos?.length ? photos : undefined,
      internal: internal || undefined,
      // R-L5: which version of the knowledge this was decided by.
      facts: { ...facts, knowledge: knowledge.version },
    }),
    salt: salt(),
  })
}

/** Back at the centre: whoever had it has it no more, and the next dispatch starts a new unit clock (R-L2). */
function withoutUnits(ticket: Ticket): Ticket {
  const keys = ['leadUnitId', 'passedTo', 'assigned', 'whistle', 'handlingClass', 'question'] as const
  // R-L3: what was asked and never decided does not use up the once a ticket has.
  const undecided = ticket.extension?.state === 'asked' ? (['extension'] as const) : []
  return { ...withoutKeys(ticket, [...keys, ...undecided]), coUnits: [] }
}

/** R-H3: the co-units' dates follow the lead's; in a new round each reports anew. */
function withParts(next: Ticket, before: Ticket, { now, knowledge }: DecideEnv): Ticket {
  const { deadline } = next.clock
  const isAnew = next.round !== before.round
  if (!deadline || (!isAnew && deadline.getTime() === before.clock.deadline?.getTime())) return next
  const due = coUnitDue(now, deadline, knowledge.calendar)
  return {
    ...next,
    coUnits: next.coUnits.map(({ doneAt, ...part }) =>
      defined({ ...part, due, doneAt: isAnew ? undefined : doneAt }),
    ),
  }
}

function isProgress({ by, edge, type, body }: TicketEvent, { reporter, filedBy }: Ticket): boolean {
  if (by.role === 'system' || by.personId === reporter?.personId || by.personId === filedBy) return false
  // R-T11: written down by an operator, it is still the reporter's.
  if (body?.facts?.saidBy !== undefined) return false
  return edge !== undefined || PROGRESS.includes(type)
}

/** What follows from the rest of the ticket, recomputed in one place so that it cannot drift. */
function finish(ticket: Ticket, event: TicketEvent, change: Change, knowledge: Knowledge): Ticket {
  const next = { ...ticket, title: titleOf(ticket, knowledge) }
  next.audience = audienceOf(next, knowledge)
  next.waitsFor = waitsForOf(next, knowledge)
  next.lists = listsOf(next, knowledge)
  next.sortKey = keyOf(shownCreatedAt(next), next._id)
  next.dueKey = keyOf(pressingMoment(next, knowledge), next._id)
  next.headKey = keyOf(event.at, next._id)
  if (event.edge === 'E14') next.resultKey = keyOf(event.at, next._id)
  withLikeKeys(next)
  next.outbox = [
    ...ticket.outbox,
    ...noticesOf(next, event, knowledge),
    ...told(next, event, change, knowledge),
  ]
  return rescheduled(next, knowledge)
}

/** R-D5: met by others as long as it is open, and afterwards as a past matter; never a sensitive one (R-P5). */
function withLikeKeys(next: Ticket): void {
  const keys = ticketLikeKeys(next)
  if (keys.length > 0) next.likeKeys = keys
  else delete next.likeKeys
}

function told(next: Ticket, event: TicketEvent, change: Change, knowledge: Knowledge): OutboxEntry[] {
  return (change.tell ?? [])
    .filter(({ to }) => !isBarred(to, next, knowledge))
    .map(({ to, title, words, template = 'ticket.todo', urgent, call }) =>
      defined({ seq: event.seq, to, template, title, words, urgent, call }),
    )
}

/** The wake-up of the present state; a ticket that moved is no longer stuck. */
export function rescheduled(ticket: Ticket, knowledge: Knowledge): Ticket {
  const next = withoutKeys(ticket, ['wakeAt', 'reminded', 'failures', 'stuckAt'])
  const ids = remindersOf(ticket, knowledge).map(({ id }) => id)
  const reminded = (ticket.reminded ?? []).filter((id) => ids.includes(id))
  if (reminded.length > 0) next.reminded = reminded
  const wakeAt = nextWakeAt(next, knowledge)
  return wakeAt ? { ...next, wakeAt } : next
}

export const keyOf = (at: Date | undefined, id: string): string =>
  `${at ? String(at.getTime()).padStart(13, '0') : NEVER}-${id}`

function withoutKeys(ticket: Ticket, keys: readonly (keyof Ticket)[]): Ticket {
  const next: Partial<Ticket> = { ...ticket }
  for (const key of keys) delete next[key]
  return next as Ticket
}
