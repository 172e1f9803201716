import { AppError } from '../../errors'
import type { Knowledge } from '../../knowledge/types'
import { isSensitive } from '../access'
import { townshipOf } from '../centre'
import { isTerminal } from '../edges'
import { mayHaveJoiners } from '../public-matter'
import type { Ticket } from '../types'
import { decision, refuseIf } from './decision'

/** E6, E25 (R-T9), on the side of the ticket that joins another. */

/** The main ticket, which the service loads and passes beside the parsed input as `input.main`. */
export type MergeTarget = Pick<
  Ticket,
  | '_id'
  | 'number'
  | 'status'
  | 'kind'
  | 'proposal'
  | 'confidential'
  | 'reporter'
  | 'centreUnitId'
  | 'accused'
  | 'events'
>

/** Why the two may not become one, in words (R-T9). */
function mergeProblem(ticket: Ticket, main: MergeTarget, knowledge: Knowledge): string | undefined {
  if (main._id === ticket._id) return '不能并入自己'
  if (isTerminal(main.status)) return '主件已经结束，不能并入'
  if (townshipOf(ticket, knowledge) !== townshipOf(main, knowledge)) {
    return '两件事不在同一个中心，请先交到同一个中心再并案'
  }
  // R-T3: who said "me too" of this one hears of the main one from now on, and counts with it: by the same mark.
  if (mayHaveJoiners(ticket) && !mayHaveJoiners(main)) {
    return '这一件是公共事项，可能有人附议，请先把主件也标为公共事项，或者把这一件作为主件'
  }
  if (ticket.others?.length) return '已有别人的事项并入这一件，请把它作为主件'
  const sameReporter = ticket.reporter?.personId === main.reporter?.personId && ticket.reporter
  return (isSensitive(ticket) || isSensitive(main)) && !sameReporter
    ? '保密件和举报件不能与别人的事项并案'
    : undefined
}

export const merge = decision('ticket.merge', {
  decide({ ticket, knowledge }, { mainTicketId, words, ...rest }) {
    const { main } = rest as { main?: MergeTarget }
    if (!main || main._id !== mainTicketId) throw new AppError('NOT_FOUND')
    refuseIf(mergeProblem(ticket, main, knowledge))
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
