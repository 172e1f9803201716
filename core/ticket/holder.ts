import { unitName } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { SUPERVISION } from './audience'
import { centreName, centreUnitOf } from './centre'
import { unratedBy } from './joined'
import type { Ticket } from './types'
import { STATUSES } from './words'

/** Who has it now, in words: 「县水务局」「您」; where nobody acts next, the status. */
export function holderOf(ticket: Ticket, reader: Actor, knowledge: Knowledge): string {
  const isReporter = ticket.reporter?.personId === reader.id
  const reporter = isReporter ? '您' : '反映人'
  const { status, leadUnitId, major } = ticket
  switch (status) {
    case 'awaitingReporter':
      return ticket.reporter ? reporter : centreOf(ticket, knowledge)
    case 'awaitingRating': {
      const asked = unratedBy(ticket)
      if (asked.includes(reader.id)) return '您'
      return asked.length > 0 ? '反映人' : centreOf(ticket, knowledge)
    }
    case 'awaitingInstruction':
      return leaderOf(major?.leaderId, reader, isReporter, knowledge)
    case 'dispatched':
    case 'handling':
      return leadUnitId ? unitName(knowledge, leadUnitId) : centreOf(ticket, knowledge)
    case 'closed':
    case 'notAccepted':
    case 'withdrawn':
    case 'merged':
      return STATUSES[status]
    default:
      return waitingOf(ticket, reader, isReporter, knowledge)
  }
}

function waitingOf(ticket: Ticket, reader: Actor, isReporter: boolean, knowledge: Knowledge): string {
  const [key = ''] = ticket.waitsFor
  if (key.startsWith('leader:')) return leaderOf(key.slice('leader:'.length), reader, isReporter, knowledge)
  return key === SUPERVISION
    ? unitName(knowledge, knowledge.county.supervisionUnitId)
    : centreOf(ticket, knowledge)
}

function leaderOf(
  personId: string | undefined,
  reader: Actor,
  isReporter: boolean,
  knowledge: Knowledge,
): string {
  if (personId === reader.id) return '您'
  const leader = knowledge.leaders.find((entry) => entry.personId === personId)
  return leader && !isReporter ? `${leader.post} ${leader.name}` : '县领导'
}

function centreOf(ticket: Ticket, knowledge: Knowledge): string {
  return centreName(knowledge, centreUnitOf(ticket, knowledge))
}
