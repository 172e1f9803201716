import { unitName } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import type { Relation } from '../people/relations'
import { centreName } from './centre'
import { canRead, isRoundOver, isSensitive, isUnitReader, relationTo } from './access'
import { linesOf, type Line } from './event-lines'
import type { Ticket, TicketEvent } from './types'

export { dueOf } from './due'
export { holderOf } from './holder'

export interface EventLine {
  who: string
  title: string
  words?: string
  photos: string[]
  internal: boolean
}

/** One event in plain words for this reader; undefined: not for this reader. */
export function describeEvent(
  event: TicketEvent,
  ticket: Ticket,
  reader: Actor,
  knowledge: Knowledge,
): EventLine | undefined {
  if (!canRead(ticket, reader, knowledge)) return undefined
  const relation = relationTo(ticket, reader, knowledge)
  const line = linesOf(event, knowledge)
  const own = event.by.personId === reader.id
  if (!own && !isFor(line, event, ticket, relation)) return undefined
  if (!own && line.ofAnother && isOutside(relation)) return ratedByAll()
  const shown = own || showsWords(line, event, ticket, relation)
  return {
    who: whoOf(event, ticket, reader, relation, knowledge),
    title: line.title,
    ...(shown && event.body?.words && { words: event.body.words }),
    photos: (shown && event.body?.photos) || [],
    internal: line.readers !== 'all' || (event.body?.internal === true && event.to === undefined),
  }
}

/** R-T9: the last of several ratings moves the matter on; what the others said is theirs. */
const ratedByAll = (): EventLine => ({
  who: '其他反映人',
  title: '评价已收齐',
  photos: [],
  internal: false,
})

const isOutside = (relation: Relation): boolean =>
  relation === 'reporter' || relation === 'filer' || relation === 'follower'

function isFor(line: Line, event: TicketEvent, ticket: Ticket, relation: Relation): boolean {
  if (isOutside(relation)) return isForOutside(line, event, relation)
  if (!isUnitReader(relation)) return true
  if (line.readers === 'centre') return false
  // R-P5: on a sensitive ticket a unit sees nothing that the reporter did, nor when, nor what its moment would tell of it.
  if (isSensitive(ticket) && (line.byReporter || isBeforeDispatch(event, ticket))) return false
  // R-C3: who pressed what stays unknown to the unit until the round is over.
  return line.rating ? isRoundOver(ticket, roundOf(event, ticket)) : true
}

/** What is between the centre and the reporter, the reminders that count from the submission among it. */
const isBeforeDispatch = ({ seq }: TicketEvent, { events }: Ticket): boolean =>
  !events.some((event) => event.seq <= seq && (event.edge === 'E9' || event.edge === 'E11'))

/** What was reported, by whichever way it came in. */
const isFirst = (event: TicketEvent): boolean => event.seq === 1

function isForOutside(line: Line, event: TicketEvent, relation: Relation): boolean {
  if (line.readers !== 'all') return false
  if (line.ofAnother) return event.to !== undefined
  // Neither a follower nor an agent reads what the reporter wrote after the start: it may be about themselves.
  if (relation !== 'reporter' && line.byReporter && !isFirst(event)) return false
  // An edge the reporter is told of shows, without the words that are for staff.
  return event.body?.internal !== true || event.to !== undefined
}

/** Words meant for staff are not the reporter's to read, even where the step itself is. */
function showsWords(line: Line, event: TicketEvent, ticket: Ticket, relation: Relation): boolean {
  if (relation === 'follower' && (isFirst(event) || event.type === 'ticket.split')) return false
  if (isUnitReader(relation)) return !(line.quotes && isSensitive(ticket))
  if (!isOutside(relation)) return true
  return event.body?.internal !== true && !line.staffWords
}

/** The round an event belongs to: the present one less the redos that came after it. */
function roundOf(event: TicketEvent, ticket: Ticket): number {
  const later = ticket.events.filter(
    ({ seq, edge }) => seq > event.seq && (edge === 'E19' || edge === 'E22' || edge === 'E24'),
  )
  return ticket.round - later.length
}

function whoOf(
  event: TicketEvent,
  ticket: Ticket,
  reader: Actor,
  relation: Relation,
  knowledge: Knowledge,
): string {
  const { personId, role, unitId } = event.by
  if (role === 'system') return '系统'
  if (personId === reader.id) return '您'
  if (personId === ticket.reporter?.personId) return relation === 'follower' ? '其他反映人' : '反映人'
  if (personId === ticket.filedBy) return '代办协管员'
  if (event.type === 'ticket.rate') return '并案反映人'
  if (role === 'leader') {
    const leader = knowledge.leaders.find((entry) => entry.personId === personId)
    return leader && !isOutside(relation) ? `${leader.post} ${leader.name}` : '县领导'
  }
  if (!unitId) return '工作人员'
  if (role !== 'operator') return unitName(knowledge, unitId)
  // R-P5: which centre it was would tell a unit where the reporter went.
  const hidden = isUnitReader(relation) && isSensitive(ticket)
  return centreName(knowledge, hidden ? knowledge.county.centreUnitId : unitId)
}
