import type { TicketView } from '@core/contracts/ticket/views'
import type { Kind, Status } from '@core/ticket/words'
import { forms, isStaffCommand, type StaffCommand } from './forms'

/** The one thing to do next, and the rest. Which of them are allowed is the cloud's word (`commands`), never guessed here. */
export interface Actions {
  main?: StaffCommand
  more: StaffCommand[]
}

/** What usually comes next in a status: the first of these that the reader may take is the main action. */
const NEXT: Partial<Record<Status, readonly StaffCommand[]>> = {
  submitted: ['ticket.dispatch', 'ticket.answer'],
  awaitingReporter: ['ticket.reply'],
  awaitingInstruction: ['ticket.instruct'],
  dispatched: ['ticket.sign', 'ticket.coUnitPart'],
  // R-H1: the first of the "three firsts" comes first; the cloud offers it until it is done.
  handling: [
    'ticket.confirmWhistle',
    'ticket.decideExtension',
    'ticket.firstContact',
    'ticket.submitResult',
    'ticket.coUnitPart',
    'ticket.note',
  ],
  inReview: ['ticket.approve', 'ticket.closeWithoutReporter'],
  awaitingRating: ['ticket.recordCallback'],
  inJudgement: ['ticket.concurUnreasonable', 'ticket.redo', 'ticket.conclude'],
  collected: ['ticket.concludeSuggestion'],
}

/** Kinds that the centre does not dispatch as a rule (domain: section 2). */
const NEXT_OF_KIND: Partial<Record<Kind, StaffCommand>> = {
  consult: 'ticket.answer',
  suggestion: 'ticket.collect',
  praise: 'ticket.passOnPraise',
}

/** Sorts what the reader may do into one main action and the rest, dangerous ones last. */
export function arrange(ticket: TicketView): Actions {
  const allowed = ticket.commands.filter(isStaffCommand)
  const main = wanted(ticket).find((command) => allowed.includes(command))
  const order = Object.keys(forms)
  const more = allowed
    .filter((command) => command !== main)
    .sort((a, b) => rank(a) - rank(b) || order.indexOf(a) - order.indexOf(b))
  return { main, more }
}

const rank = (command: StaffCommand) => (forms[command].danger ? 1 : 0)

/** R-S3: an order that waits for this reader comes before the usual; the cloud offers each to whom it waits for. */
function onOrders({ orders }: TicketView): StaffCommand[] {
  if (orders.some(({ state }) => state === 'draft')) return ['ticket.issueOrder']
  if (orders.some(({ state }) => state === 'issued')) return ['ticket.answerOrder']
  return orders.some(({ state }) => state === 'answered') ? ['ticket.liftOrder'] : []
}

function wanted(ticket: TicketView): readonly StaffCommand[] {
  const usual = [...onOrders(ticket), ...(NEXT[ticket.status] ?? [])]
  if (ticket.status === 'submitted') {
    const kind = ticket.kind ?? ticket.proposal?.kind.value
    const special = kind && NEXT_OF_KIND[kind]
    const next = ticket.proposal?.outside ? ['ticket.sendUp' as const, ...usual] : usual
    return special ? [special, ...next] : next
  }
  // R-D8: a department that was called goes there first.
  return ticket.whistle?.callsMe ? ['ticket.checkIn', ...usual] : usual
}
