import type { ActionInput } from '@core/contracts'
import type { AlternativeView, Guess, TicketView } from '@core/contracts/ticket/views'
import { HANDLING_CLASSES, KINDS } from '@core/ticket/words'
import type { Directory } from '@/features/directory'
import { needsSummary } from './forms'

/** One line of the proposal: 「归类：供水（把握 94%）」 and why. */
export interface ProposalSentence {
  label: string
  value: string
  /** Percent, whole. */
  confidence: number
  /** Below this a person should look twice; the page says so. */
  unsure: boolean
  why: string
}

const UNSURE_BELOW = 70

/** R-D1: the proposal as sentences with reasons, the least certain marked. */
export function proposalSentences(
  ticket: TicketView,
  { categories, units }: Pick<Directory, 'categories' | 'units'>,
): ProposalSentence[] {
  const { proposal } = ticket
  if (!proposal) return []
  const unit = nameIn(units)
  const helpers = proposal.coUnitIds.map(unit)
  return [
    sentence('类型', proposal.kind, (kind) => KINDS[kind]),
    sentence('归类', proposal.categoryId, nameIn(categories)),
    sentence(
      '主办',
      proposal.leadUnitId,
      (id) => unit(id) + (helpers.length > 0 ? `，协办：${helpers.join('、')}` : ''),
    ),
    sentence('办理方式', proposal.handlingClass, (id) => HANDLING_CLASSES[id]),
    ...(proposal.urgent.value ? [sentence('紧急', proposal.urgent, () => '是')] : []),
  ]
}

function sentence<T>(label: string, guess: Guess<T>, say: (value: T) => string): ProposalSentence {
  const confidence = Math.round(guess.confidence * 100)
  return {
    label,
    value: say(guess.value),
    confidence,
    unsure: confidence < UNSURE_BELOW,
    why: guess.reasons.join('；'),
  }
}

/** What an id is called. */
export const nameIn = (list: readonly { id: string; name: string }[]) => (id: string) =>
  list.find((item) => item.id === id)?.name ?? id

/** The ticket with another of its proposed categories in the place of the first. */
export const insteadOf = (ticket: TicketView, other: AlternativeView): TicketView => ({
  ...ticket,
  ...(ticket.proposal ? { proposal: { ...ticket.proposal, ...other } } : {}),
})

/**
 * The command that accepts the proposal as it stands (「按建议派单」), or undefined where a person has to write
 * something first: a confidential matter or a report needs a summary (R-P5), and what is for units outside the township
 * goes up to the county.
 */
export function acceptance(ticket: TicketView): ActionInput<'ticket.dispatch'> | undefined {
  const { proposal } = ticket
  if (!proposal || proposal.outside || !ticket.commands.includes('ticket.dispatch')) return undefined
  const kind = proposal.kind.value
  if (needsSummary(ticket.confidential, kind) && !ticket.summary) return undefined
  return {
    ticketId: ticket.id,
    kind,
    categoryId: proposal.categoryId.value,
    leadUnitId: proposal.leadUnitId.value,
    coUnitIds: [...proposal.coUnitIds],
    handlingClass: proposal.handlingClass.value,
    ...(ticket.summary !== undefined && { summary: ticket.summary }),
  }
}
