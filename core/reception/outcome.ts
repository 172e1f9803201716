import { AppError, refuse } from '../errors'
import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { propose } from '../routing'
import { createTicket, type CreateTicketArgs } from '../ticket/create'
import { decide, type Command, type DecideEnv } from '../ticket/decide'
import type { Reporter, Ticket } from '../ticket/types'
import { entryOf } from './desk'
import { withOutbox } from './outbox'
import type { Booking, Day, Outcome, OutcomeMatter } from './types'

/**
 * R-A9: the intention to record what came of a reception, once.
 * @throws AppError RULE_REFUSED when it is too early or done already
 */
export function recording(
  booking: Booking,
  day: Day,
  matters: OutcomeMatter[],
  outcome: Omit<Outcome, 'answered' | 'pending'>,
): Booking {
  const state = entryOf(day, booking._id)?.state
  if (state !== 'serving' && state !== 'finished') refuse('接待开始后才能登记结果')
  if (booking.outcome) refuse('这位来访人的接待结果已经登记，请刷新后再看')
  const answered = matters.filter(({ result }) => result === 'answered').length
  return withOutbox({ ...booking, outcome: { ...outcome, answered, pending: matters } }, [], outcome.at)
}

/** All tickets are there. */
export function recorded(booking: Booking, numbers: readonly string[], now: Date): Booking {
  if (!booking.outcome) throw new AppError('WRONG_STATE')
  const { pending: _made, tickets, ...kept } = booking.outcome
  const numbered = tickets.map(({ id }, index) => ({ id, number: numbers[index]! }))
  return withOutbox({ ...booking, outcome: { ...kept, tickets: numbered } }, [], now)
}

/** What a matter of a reception is submitted as. */
export const submissionOf = ({ words, kind, place, confidential }: OutcomeMatter) => ({
  words,
  photos: [] as string[],
  confidential,
  ...(kind === undefined ? {} : { kind }),
  ...(place ? { place } : {}),
})

/**
 * The command that follows the ticket's creation: answered on the spot, to the leader for their written instruction, or,
 * where whoever received signs no instructions (R-A10), noted for the centre to dispatch.
 */
export function nextCommand(
  matter: OutcomeMatter,
  day: Day,
  knowledge: Knowledge,
): Pick<Command, 'id' | 'input'> {
  const { result, said, summary } = matter
  const heard = `${day.leaderName}接待时的意见：${said}`
  if (result === 'answered') return { id: 'ticket.answer', input: { words: said } }
  const isLeader = knowledge.leaders.some(({ personId }) => personId === day.leaderId)
  if (!isLeader) return { id: 'ticket.note', input: { words: heard, photos: [], open: false } }
  return {
    id: 'ticket.escalate',
    input: { leaderId: day.leaderId, words: heard, said, ...(summary === undefined ? {} : { summary }) },
  }
}

/**
 * Goes through what is about to be stored, so that what a decision refuses is refused before anything is written.
 * @throws AppError what the decisions refuse
 */
export function rehearse(
  matter: OutcomeMatter,
  day: Day,
  reporter: Reporter,
  actor: Actor,
  env: DecideEnv,
): Ticket {
  const command = { id: 'ticket.intake', input: {}, key: 'rehearsal', inputHash: '' }
  const args: CreateTicketArgs = {
    id: 'rehearsal',
    number: '',
    channel: 'reception',
    submission: submissionOf(matter),
    reporter,
    proposal: propose({ ...submissionOf(matter), accusedUnitIds: [] }, env.knowledge),
    command,
  }
  const ticket = createTicket(args, actor, env)
  return decide(ticket, { ...command, key: 'next', ...nextCommand(matter, day, env.knowledge) }, actor, env)
}
