import type { ActionId, ActionInput } from '@core/contracts'
import type { FormSpec } from '../form-model'

type TicketAction = Extract<ActionId, `ticket.${string}`>
/** Reads, what makes a ticket, and what the reporter or whoever filed it does on the citizens' pages. */
type NotACommandOfStaff =
  | `ticket.${'get' | 'docket' | 'mine' | 'queue' | 'proposals' | 'figures' | 'search' | 'similar' | 'admitPhoto' | 'unmask'}`
  | `ticket.${'intake' | 'claim' | 'signSheet' | 'hotMatters' | 'hotMatter' | 'nearby' | 'join' | 'joins'}`
  | `ticket.${'submit' | 'rate' | 'rateJoin'}`

/** Every command a member of staff can take on a ticket. */
export type StaffCommand = Exclude<TicketAction, NotACommandOfStaff>

type KeysOf<T> = T extends unknown ? Exclude<keyof T, 'ticketId'> & string : never
/** The form of one command: it asks for nothing its contract does not take. */
export type FormOf<C extends StaffCommand> = FormSpec<KeysOf<ActionInput<C>>>
