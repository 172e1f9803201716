import type { Knowledge } from '../knowledge/types'
import { demanding, REASONS, reasonsFor } from '../routing/reply/reasons'
import { lettersOf, likeness } from '../routing/reply/substance'
import { isSensitive } from './access'
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

/** Everything R-H5 catches. `others`: results of other tickets of the same unit, to notice copies. */
export function resultProblems(
  result: Judged,
  ticket: Ticket,
  knowledge: Knowledge,
  others: readonly Pick<TicketResult, 'found' | 'done'>[] = [],
): string[] {
  const least = knowledge.policies.resultMinLength
  const before = ticket.results.filter(({ round }) => round < result.round)
  const copied = [...before, ...others].some((other) => likeness(textOf(other), textOf(result)) >= SAME)
  const answer = {
    asked: ticket.words + (ticket.summary ?? ''),
    found: result.found,
    done: result.done,
    copied,
  }
  const reasons = reasonsFor(answer, demanding(least))
  return [...emptyProblems(result, ticket, knowledge), ...reasons.map((reason) => REASONS[reason])]
}

/** R-H1: anonymous: not applicable. R-P5: a unit does not contact the reporter of a sensitive ticket. */
const needsContact = (ticket: Ticket): boolean => !isWithoutReporter(ticket) && !isSensitive(ticket)

const wasContacted = (result: Judged, ticket: Ticket): boolean =>
  lettersOf(result.contact ?? '').length > 0 ||
  (ticket.contacts ?? []).some(({ round }) => round === result.round)

const textOf = ({ found, done }: Pick<TicketResult, 'found' | 'done'>): string => found + done

const present = (values: (string | false)[]): string[] =>
  values.filter((value): value is string => value !== false)
