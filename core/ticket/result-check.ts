import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { demanding, REASONS, reasonsFor } from '../routing/reply/reasons'
import { lettersOf, likeness } from '../routing/reply/substance'
import { canRead, isSensitive, type Accessed } from './access'
import { isWithoutReporter } from './audience'
import type { Ticket, TicketResult } from './types'

/**
 * R-H5: what is wrong with a result, in words; empty when nothing is. The plainly empty is refused when handed in; the
 * rest is shown to the reviewer, who may overrule with words. Rules of thumb that a person checks, not a judgement.
 */
export type Judged = Pick<TicketResult, 'found' | 'done' | 'contact' | 'round'>

/** From this likeness on one result is a copy of another. */
const SAME = 0.9

/** Too little to be a result at all: refused at E14. */
export function emptyProblems(result: Judged, ticket: Ticket, knowledge: Knowledge): string[] {
  const least = knowledge.policies.resultMinLength
  return present([
    lettersOf(result.found).length < least && `调查情况太短，请至少写 ${least} 个字`,
    lettersOf(result.done).length < least && `办理情况太短，请至少写 ${least} 个字`,
    needsContact(ticket) && !wasContacted(result, ticket) && '还没有与反映人联系，请先联系并写明沟通情况',
  ])
}

/** A result of another ticket; its number where the reviewer may know of that. */
export type OtherResult = Pick<TicketResult, 'found' | 'done'> & { number?: string }

/** What is looked at of another ticket of the same unit. */
type Other = Accessed & Pick<Ticket, '_id' | 'number' | 'results' | 'mergedInto' | 'split'>

/**
 * R-H5: what the unit wrote elsewhere, to be compared with its result here: the same words for several matters say
 * nothing of any of them. Merged or split, they are one matter, and one answer to it is no copy.
 */
export function resultsElsewhere(
  ticket: Ticket,
  others: readonly Other[],
  reviewer: Actor,
  knowledge: Knowledge,
): OtherResult[] {
  const elsewhere = others.filter((other) => !isOneMatter(ticket, other))
  return elsewhere.flatMap((other) => {
    const named = canRead(other, reviewer, knowledge) ? { number: other.number } : {}
    const own = other.results.filter(({ unitId }) => unitId === ticket.leadUnitId)
    return own.map(({ found, done }) => ({ found, done, ...named }))
  })
}

function isOneMatter(a: Pick<Other, '_id' | 'mergedInto' | 'split'>, b: typeof a): boolean {
  const mainOf = ({ _id, mergedInto }: typeof a) => mergedInto ?? _id
  return mainOf(a) === mainOf(b) || (a.split !== undefined && a.split.number === b.split?.number)
}

/** Everything R-H5 catches. `others`: what the same unit wrote elsewhere, to notice copies. */
export function resultProblems(
  result: Judged,
  ticket: Ticket,
  knowledge: Knowledge,
  others: readonly OtherResult[] = [],
): string[] {
  const least = knowledge.policies.resultMinLength
  const before = ticket.results.filter(({ round }) => round < result.round)
  const isSame = (other: OtherResult) => likeness(textOf(other), textOf(result)) >= SAME
  const copy = others.find((other) => isSame(other) && other.number !== undefined) ?? others.find(isSame)
  const copied = copy !== undefined || before.some(isSame)
  const answer = {
    asked: ticket.words + (ticket.summary ?? ''),
    found: result.found,
    done: result.done,
    copied,
  }
  const reasons = reasonsFor(answer, demanding(least))
  const said = reasons.map((reason) =>
    reason === 'copied' && copy?.number !== undefined
      ? `与编号 ${copy.number} 的答复几乎一样`
      : REASONS[reason],
  )
  return [...emptyProblems(result, ticket, knowledge), ...said]
}

/** R-H1: anonymous: not applicable. R-P5: a unit does not contact the reporter of a sensitive ticket. */
const needsContact = (ticket: Ticket): boolean => !isWithoutReporter(ticket) && !isSensitive(ticket)

const wasContacted = (result: Judged, ticket: Ticket): boolean =>
  lettersOf(result.contact ?? '').length > 0 ||
  (ticket.contacts ?? []).some(({ round }) => round === result.round)

const textOf = ({ found, done }: Pick<TicketResult, 'found' | 'done'>): string => found + done

const present = (values: (string | false)[]): string[] =>
  values.filter((value): value is string => value !== false)
