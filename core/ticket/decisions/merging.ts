import { AppError } from '../../errors'
import type { Knowledge } from '../../knowledge/types'
import { isSensitive } from '../access'
import { townshipOf } from '../centre'
import { isTerminal } from '../edges'
import type { Ticket } from '../types'
import { decision, refuseIf } from './decision'

/** E6, E25 (R-T9), on the side of the ticket that joins another. */

/** The main ticket, which the service loads and passes beside the parsed input as `input.main`. */
export type MergeTarget = Pick<
  Ticket,
  '_id' | 'number' | 'status' | 'kind' | 'proposal' | 'confidential' | 'reporter' | 'centreUnitId' | 'accused'
>

/** Why the two may not become one, in words (R-T9). */
function mergeProblem(
  ticket: Ticket,
  main: MergeTarget,
  joiners: number,
  knowledge: Knowledge,
): string | undefined {
  if (main._id === ticket._id) return '不能并入自己'
  if (isTerminal(main.status)) return '主件已经结束，不能并入'
  if (townshipOf(ticket, knowledge) !== townshipOf(main, knowledge)) {
    return '两件事不在同一个中心，请先交到同一个中心再并案'
  }
  // Whoever follows this one would hear no more of it.
  if (joiners > 0) return '有人附议这一件，请把它作为主件'
  if (ticket.others?.length) return '已有别人的事项并入这一件，请把它作为主件'
  const sameReporter = ticket.reporter?.personId === main.reporter?.personId && ticket.reporter
  return (isSensitive(ticket) || isSensitive(main)) && !sameReporter
    ? '保密件和举报件不能与别人的事项并案'
    : undefined
}

export const merge = decision('ticket.merge', {
  decide({ ticket, knowledge }, { mainTicketId, words, ...rest }) {
    // R-T3: `joiners` is the service's count of those who said "me too" of this one.
    const { main, joiners = 0 } = rest as { main?: MergeTarget; joiners?: number }
    if (!main || main._id !== mainTicketId) throw new AppError('NOT_FOUND')
    refuseIf(mergeProblem(ticket, main, joiners, knowledge))
    return {
      edge: 'E6',
      set: { mergedInto: main._id },
      words,
      internal: true,
      facts: { mainTicketId: main._id, mainNumber: main.number },
    }
  },
})

export const unmerge = decision('ticket.unmerge', {
  decide: (_, { words }) => ({ edge: 'E25', unset: ['mergedInto'], words, internal: true }),
})
