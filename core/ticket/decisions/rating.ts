import type { ActionInput } from '../../contracts'
import { centreKey } from '../audience'
import { ratersOf, unratedBy, verdictOf } from '../joined'
import { owesReply } from '../superior'
import type { Ticket, TicketRating } from '../types'
import { badField, decision, defined, type Change, type Context } from './decision'

/** E17/E18: the reporter rates, or an operator phones and records what the reporter says (R-C1–R-C3). */

type RatingInput = Omit<ActionInput<'ticket.rate'>, 'ticketId'>

/** Rounds with a dissatisfied rating so far: what R-C4 counts, however many people rated (R-T9). */
export const dissatisfactions = (ratings: readonly TicketRating[]): number =>
  new Set(ratings.filter(({ result }) => result === 'dissatisfied').map(({ round }) => round)).size

/** The person whose rating it is, as it is kept: the ticket's own reporter goes without saying. */
const named = (personId: string, { reporter }: Ticket): string | undefined =>
  personId === reporter?.personId ? undefined : personId

/** Where the last rating leads. A satisfied one of a matter from above waits for the reply upward, which then closes it. */
function edgeOf(ticket: Ticket): Change['edge'] {
  const verdict = verdictOf(ticket)
  return verdict === 'E17' && owesReply(ticket) ? undefined : verdict
}

/**
 * R-C2: whoever is dissatisfied, with the result or the attitude, is asked why.
 *
 * @throws AppError INVALID_INPUT where no reason is given
 */
export function askWhy({
  result,
  attitude,
  reasons,
}: Pick<TicketRating, 'result' | 'reasons'> & Partial<Pick<TicketRating, 'attitude'>>): void {
  const dissatisfied = result === 'dissatisfied' || attitude === 'dissatisfied'
  if (dissatisfied && reasons.length === 0) badField('reasons', '请选择不满意的原因')
}

function rated(c: Context, by: TicketRating['by'], rater: string, input: RatingInput): Change {
  const { ticket, now, knowledge } = c
  const { solved, result, attitude, reasons, words, photos } = input
  const dissatisfied = result === 'dissatisfied'
  askWhy(input)
  const rating: TicketRating = defined({
    round: ticket.round,
    at: now,
    by,
    personId: named(rater, ticket),
    solved,
    result,
    attitude,
    reasons: [...new Set(reasons)],
    words: words || undefined,
    photos,
  })
  const ratings = [...ticket.ratings, rating]
  const isLast = ticket.status === 'awaitingRating' && unratedBy({ ...ticket, ratings }).length === 0
  return defined({
    edge: isLast ? edgeOf({ ...ticket, ratings }) : undefined,
    set: { ratings },
    words: words || undefined,
    photos,
    facts: defined({
      solved,
      result,
      attitude,
      reasons: rating.reasons,
      by,
      other: rating.personId === undefined ? undefined : true,
    }),
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
  blocked({ ticket, actor }) {
    if (!ratersOf(ticket).includes(actor.id)) return '这件事不需要您评价'
    if (!unratedBy(ticket).includes(actor.id)) return '这一轮您已经评价过了'
    return ticket.status === 'closed' && !ticket.suggestion ? '这件事已经办结，不能再评价' : undefined
  },
  decide: (c, input) => rated(c, 'reporter', c.actor.id, input),
})

/** R-T9: a joined ticket's reporter is called about the main ticket; the service passes that ticket as `joined`. */
function calledPerson({ ticket }: Context, input: { joinedTicketId?: string }): string {
  const { joined } = input as { joined?: Pick<Ticket, '_id' | 'mergedInto' | 'reporter'> }
  if (input.joinedTicketId !== undefined && joined?.mergedInto !== ticket._id) {
    badField('joinedTicketId', '这一件没有并入本件，请重新选择')
  }
  const person = (joined ?? ticket).reporter?.personId
  if (person === undefined || !ratersOf(ticket).includes(person)) {
    badField('joinedTicketId', '请选择要回访的反映人')
  }
  if (!unratedBy(ticket).includes(person)) badField('joinedTicketId', '这位反映人这一轮已经评价过了')
  return person
}

export const recordCallback = decision('ticket.recordCallback', {
  also: ['awaitingRating'],
  blocked: ({ ticket }) => (unratedBy(ticket).length > 0 ? undefined : '没有可以回访的反映人'),
  decide(c, input) {
    const { ticket, actor, now } = c
    const person = calledPerson(c, input)
    const attempt = {
      at: now,
      round: ticket.round,
      outcome: input.outcome,
      ...defined({ personId: named(person, ticket) }),
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
    const change = rated(c, 'phone', person, input)
    return { ...change, set: { ...change.set, callbacks } }
  },
})

/** E3 on a live call: the reporter was asked at once; the call is kept as the answered callback it is (R-C1). */
export function askedAtOnce(
  c: Context,
  { said, ...rating }: Omit<RatingInput, 'words' | 'photos'> & { said?: string },
): Change {
  const { ticket, actor, now } = c
  const person = ticket.reporter?.personId ?? ''
  const change = rated(c, 'phone', person, { ...rating, words: said, photos: [] })
  const attempt = defined({
    at: now,
    round: ticket.round,
    outcome: 'answered' as const,
    words: said || undefined,
    byId: actor.id,
  })
  return {
    ...change,
    set: { ...change.set, callbacks: [...ticket.callbacks, attempt] },
    facts: { ...change.facts, sameCall: true },
  }
}
