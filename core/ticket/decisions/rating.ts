import type { ActionInput } from '../../contracts'
import { centreKey } from '../audience'
import type { TicketRating } from '../types'
import { badField, decision, defined, type Change, type Context } from './decision'

/** E17/E18: the reporter rates, or an operator phones and records what the reporter says (R-C1–R-C3). */

type RatingInput = Omit<ActionInput<'ticket.rate'>, 'ticketId'>

/** Dissatisfied ratings so far: what R-C4 counts. */
export const dissatisfactions = (ratings: readonly TicketRating[]): number =>
  ratings.filter(({ result }) => result === 'dissatisfied').length

const ratedThisRound = ({ ticket }: Context): boolean =>
  ticket.ratings.some(({ round }) => round === ticket.round)

function rated(c: Context, by: TicketRating['by'], input: RatingInput): Change {
  const { ticket, now, knowledge } = c
  const { solved, result, attitude, reasons, words, photos } = input
  const dissatisfied = result === 'dissatisfied'
  // R-C2: whoever is dissatisfied, with the result or the attitude, is asked why.
  if ((dissatisfied || attitude === 'dissatisfied') && reasons.length === 0) {
    badField('reasons', '请选择不满意的原因')
  }
  const rating: TicketRating = defined({
    round: ticket.round,
    at: now,
    by,
    solved,
    result,
    attitude,
    reasons: [...new Set(reasons)],
    words: words || undefined,
    photos,
  })
  const moved = ticket.status === 'awaitingRating'
  return defined({
    edge: moved ? (dissatisfied ? ('E18' as const) : ('E17' as const)) : undefined,
    set: { ratings: [...ticket.ratings, rating] },
    words: words || undefined,
    photos,
    facts: { solved, result, attitude, reasons: rating.reasons, by },
    // R-C2: a complaint about the attitude alone does not reopen the matter, but somebody has to know.
    tell:
      !dissatisfied && attitude === 'dissatisfied'
        ? [
            {
              to: centreKey(ticket, knowledge),
              title: '反映人对服务态度不满意',
              words: `编号 ${ticket.number} 的反映人对办理结果没有异议，但对服务态度不满意，请了解。`,
            },
          ]
        : undefined,
  })
}

export const rate = decision('ticket.rate', {
  // E5: rating a concluded suggestion is optional and moves nothing.
  also: ['closed'],
  blocked(c) {
    if (ratedThisRound(c)) return '这一轮您已经评价过了'
    return c.ticket.status === 'closed' && !c.ticket.suggestion ? '这件事已经办结，不能再评价' : undefined
  },
  decide: (c, input) => rated(c, 'reporter', input),
})

export const recordCallback = decision('ticket.recordCallback', {
  also: ['awaitingRating'],
  blocked: ({ ticket }) => (ticket.reporter ? undefined : '没有可以回访的反映人'),
  decide(c, input) {
    const { ticket, actor, now } = c
    const attempt = {
      at: now,
      round: ticket.round,
      outcome: input.outcome,
      ...(input.words && { words: input.words }),
      byId: actor.id,
    }
    const callbacks = [...ticket.callbacks, attempt]
    if (input.outcome === 'noAnswer') {
      return defined({
        set: { callbacks },
        words: input.words || undefined,
        internal: true,
        facts: { outcome: 'noAnswer' },
      })
    }
    const change = rated(c, 'phone', input)
    return { ...change, set: { ...change.set, callbacks } }
  },
})
