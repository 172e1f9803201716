import { createHash } from 'node:crypto'
import type { Knowledge } from '../../knowledge/types'
import { SYSTEM, type ActingParty, type Actor } from '../../people/types'
import type { Proposal } from '../../routing/types'
import { createTicket, type CreateTicketArgs } from '../create'
import { decide } from '../decide'
import type { DecideEnv } from '../env'
import type { Ticket } from '../types'
import { momentOf } from '../workdays'
import { county } from './county'
import { people } from './people'

/** Drives one ticket through its life by real commands, with a clock the test moves. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Monday 2026-03-02 09:00 in Asia/Shanghai: an ordinary working week. */
export const MONDAY = momentOf('2026-03-02', 9)

let serial = 0
export const envAt = (now: Date, knowledge: Knowledge = county): DecideEnv => ({
  now,
  knowledge,
  digest,
  salt: () => `salt-${++serial}`,
})

const guess = <T>(value: T, confidence = 0.6) => ({ value, confidence, reasons: ['测试'] })

export const proposal = (rest: Partial<Proposal> = {}): Proposal => ({
  kind: guess('help' as const),
  categoryId: guess('tap'),
  leadUnitId: guess('water'),
  coUnitIds: [],
  handlingClass: guess('threeDay' as const),
  urgent: sure(false),
  ...rest,
})
export const sure = <T>(value: T) => guess(value, 0.95)

export const submission = (
  rest: Partial<CreateTicketArgs['submission']> = {},
): CreateTicketArgs['submission'] => ({
  words: '我家自来水停了三天，一直没有人来修水管。请帮忙看看。',
  photos: ['photos/a.jpg'],
  place: { townshipId: 'town', villageId: 'village', address: '村口第三家' },
  confidential: false,
  ...rest,
})

export interface Made {
  submission?: Partial<CreateTicketArgs['submission']>
  proposal?: Partial<Proposal>
  reporter?: CreateTicketArgs['reporter'] | null
  actor?: Actor
  channel?: CreateTicketArgs['channel']
  at?: Date
  knowledge?: Knowledge
  possiblyDuplicate?: boolean
}

export function make(made: Made = {}): Ticket {
  const actor = made.actor ?? people.reporter
  const reporter = made.reporter === null ? undefined : (made.reporter ?? { personId: people.reporter.id })
  return createTicket(
    {
      id: 't1',
      number: 'LH20260302-0001',
      channel: made.channel ?? 'miniprogram',
      submission: submission(made.submission),
      ...(reporter && { reporter }),
      proposal: proposal(made.proposal),
      ...(made.possiblyDuplicate !== undefined && { possiblyDuplicate: made.possiblyDuplicate }),
      command: { id: 'ticket.submit', input: {}, key: `k${++serial}`, inputHash: 'h' },
    },
    actor,
    envAt(made.at ?? MONDAY, made.knowledge),
  )
}

/** One command; `at` defaults to half an hour after the last event. */
export function act(
  ticket: Ticket,
  actor: ActingParty,
  id: string,
  input: Record<string, unknown> = {},
  at?: Date,
  knowledge?: Knowledge,
): Ticket {
  const last = ticket.events[ticket.events.length - 1]!.at
  const now = at ?? new Date(last.getTime() + 30 * 60_000)
  const command = { id, input: { ticketId: ticket._id, ...input }, key: `k${++serial}`, inputHash: 'h' }
  return decide(ticket, command, actor, envAt(now, knowledge))
}

export const wakeAt = (ticket: Ticket, at: Date, knowledge?: Knowledge): Ticket =>
  act(ticket, SYSTEM, 'clock.wake', {}, at, knowledge)

/** Lets time pass as the clock function does: one wake-up after the other. */
export function elapse(ticket: Ticket, until: Date): Ticket {
  let next = ticket
  for (let at = next.wakeAt; at && at <= until; at = next.wakeAt) next = wakeAt(next, at)
  return next
}

/** Parsed inputs that are good in the ordinary case. */
export const inputs = {
  dispatch: {
    kind: 'help',
    categoryId: 'tap',
    leadUnitId: 'water',
    coUnitIds: [],
    handlingClass: 'threeDay',
  },
  result: {
    found: '经现场查看，村口自来水管破裂导致停水',
    done: '已更换破裂的自来水管，当天恢复供水',
    outcome: 'solved',
    contact: '电话告知反映人恢复供水，反映人认可',
    photos: ['photos/b.jpg'],
  },
  rating: { solved: 'solved', result: 'satisfied', attitude: 'satisfied', reasons: [], photos: [] },
  bad: { solved: 'unsolved', result: 'dissatisfied', attitude: 'basic', reasons: ['notSolved'], photos: [] },
}

export const dispatched = (ticket = make()): Ticket =>
  act(ticket, people.operator, 'ticket.dispatch', inputs.dispatch)
export const handling = (ticket = make()): Ticket =>
  act(dispatched(ticket), people.waterHandler, 'ticket.sign')
export const inReview = (ticket = handling()): Ticket =>
  act(ticket, people.waterHead, 'ticket.submitResult', inputs.result)
export const awaitingRating = (ticket = inReview()): Ticket =>
  act(ticket, people.operator, 'ticket.approve', { overrule: '已核实，可以通过' })
export const inJudgement = (ticket = awaitingRating()): Ticket =>
  act(ticket, people.reporter, 'ticket.rate', inputs.bad)
export const closed = (ticket = awaitingRating()): Ticket =>
  act(ticket, people.reporter, 'ticket.rate', inputs.rating)
