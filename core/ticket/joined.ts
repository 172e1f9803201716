import type { Ticket, TicketRating } from './types'

/**
 * R-T9, on the side of the main ticket: who is asked besides its own reporter. Which tickets joined it is known by the
 * query on them; `others` is what that query last said, renewed by the service before whatever depends on it.
 */

/** The ticket with these people behind it; who no longer belongs to it loses it from their lists. */
export function joinedBy(ticket: Ticket, personIds: readonly string[]): Ticket {
  const others = [...new Set(personIds)].filter((id) => id !== ticket.reporter?.personId).sort()
  const gone = (ticket.others ?? []).filter((id) => !others.includes(id)).map((id) => `person:${id}`)
  const { others: _before, ...rest } = ticket
  return {
    ...rest,
    audience: ticket.audience.filter((key) => !gone.includes(key)),
    ...(others.length > 0 || ticket.others ? { others } : {}),
  }
}

type Asked = Pick<Ticket, 'reporter' | 'withdrawal' | 'left' | 'others'>

/** Everybody who is asked to rate: the reporter, unless they left, and the reporters of the joined tickets. */
export function ratersOf({ reporter, withdrawal, left, others = [] }: Asked): string[] {
  return [...(reporter && !withdrawal && !left ? [reporter.personId] : []), ...others]
}

/** Whose rating it is: without a person of its own it is the main reporter's. */
export const raterOf = (
  { personId }: Pick<TicketRating, 'personId'>,
  ticket: Pick<Ticket, 'reporter'>,
): string | undefined => personId ?? ticket.reporter?.personId

/** Who has still to rate in this round. */
export function unratedBy(ticket: Asked & Pick<Ticket, 'ratings' | 'round'>): string[] {
  const done = ticket.ratings.filter(({ round }) => round === ticket.round)
  return ratersOf(ticket).filter((id) => !done.some((rating) => raterOf(rating, ticket) === id))
}

/** Where a round leads once nobody is left to ask: any 不满意 goes to judgement. Undefined: nobody has rated. */
export function verdictOf(ticket: Pick<Ticket, 'ratings' | 'round'>): 'E17' | 'E18' | undefined {
  const given = ticket.ratings.filter(({ round }) => round === ticket.round)
  if (given.length === 0) return undefined
  return given.some(({ result }) => result === 'dissatisfied') ? 'E18' : 'E17'
}
