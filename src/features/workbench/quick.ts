import type { ActionInput } from '@core/contracts'
import type { TicketView } from '@core/contracts/ticket/views'
import { forms, type StaffCommand } from './forms'
import { acceptance } from './proposal'

/** What one tap on the main button sends, where no form has to be filled in. */
export interface Quick {
  command: StaffCommand
  input: ActionInput<StaffCommand>
  words: string
}

/** Accepting the proposal, or a command that needs nothing but the tap; undefined = the button opens the form. */
export function quickOf(ticket: TicketView, main: StaffCommand): Quick | undefined {
  if (main === 'ticket.dispatch') {
    const input = acceptance(ticket)
    return input && { command: main, input, words: '按建议派单' }
  }
  const { direct, button } = forms[main]
  return (typeof direct === 'function' ? direct(ticket) : direct)
    ? { command: main, input: { ticketId: ticket.id } as Quick['input'], words: button }
    : undefined
}
