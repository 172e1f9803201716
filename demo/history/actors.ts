import type { Actor } from '@core/people/types'
import type { Ticket } from '@core/ticket/types'
import { people } from '../county/people'
import { leaderFor } from './phrases'
import type { Who } from './steps'

/** The person of the demo county as the platform would know them when they act. */
export function actorOf(personId: string): Actor {
  const person = people.find(({ id }) => id === personId)
  if (!person) throw new Error(`the demo county has nobody called ${personId}`)
  const { staff, role } = person
  if (!staff) return { id: person.id, role }
  const { unitId, name, signMajor } = staff
  return { id: person.id, role, unitId, name, ...(signMajor ? { signMajor } : {}) }
}

/** Who takes a step of this ticket's story. */
export function actorFor(who: Who, ticket: Ticket, operators: { first: string; other: string }): Actor {
  switch (who) {
    case 'called':
      return actorOf(`handler-${ticket.whistle!.unitIds[0]}`)
    case 'reporter':
      return actorOf(ticket.reporter!.personId)
    case 'operator':
      return actorOf(ticket.centreUnitId === undefined ? operators.first : `operator-${ticket.centreUnitId}`)
    case 'otherOperator':
      return actorOf(operators.other)
    case 'handler':
      return actorOf(`handler-${ticket.leadUnitId}`)
    case 'head':
      return actorOf(`head-${ticket.leadUnitId}`)
    case 'leader':
      return actorOf(ticket.major?.leaderId ?? leaderFor(ticket))
    case 'supervisor':
      return actorOf('supervisor-1')
  }
}
