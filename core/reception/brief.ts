import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { isAccused, isSensitive } from '../ticket/access'
import type { Ticket } from '../ticket/types'

/**
 * R-A8, R-P5: whether the brief may name this matter of a visitor. The sheet is printed: it names the visitor's own
 * matters, no confidential one and no tip-off, and nothing that accuses its reader.
 */
export const mayBeTold = (
  ticket: Parameters<typeof isAccused>[0] & Parameters<typeof isSensitive>[0] & Pick<Ticket, 'reporter'>,
  personId: string,
  reader: Actor,
  knowledge: Knowledge,
): boolean =>
  ticket.reporter?.personId === personId && !isSensitive(ticket) && !isAccused(ticket, reader, knowledge)
