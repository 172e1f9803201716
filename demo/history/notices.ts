import type { Ticket } from '@core/ticket/types'
import { people } from '../county/people'
import { CENTRE } from '../county/units'

/** A notice in somebody's inbox, as the notice service writes it. */
export interface DemoNotice {
  _id: string
  version: number
  sortKey: string
  personId: string
  at: Date
  template: string
  title: string
  words: string
  ticketId?: string
  bookingId?: string
}

export const sortKeyOf = (at: Date, id: string, digest: (text: string) => string): string =>
  `${String(at.getTime()).padStart(13, '0')}-${digest(id).slice(0, 32)}`

/** Only the last days: an inbox of two months would tell a newcomer nothing. */
const DAYS = 7 * 24 * 3_600_000

/** Takes the notices of a ticket's history out of its outbox and puts the recent ones where they went. */
export function deliverAll(
  ticket: Ticket,
  now: Date,
  digest: (text: string) => string,
): { ticket: Ticket; notices: DemoNotice[] } {
  const notices = ticket.outbox.flatMap(({ seq, to, template, title, words }) => {
    const { at } = ticket.events.find((event) => event.seq === seq)!
    if (now.getTime() - at.getTime() > DAYS) return []
    return peopleBehind(to).map((personId) => {
      const _id = `${ticket._id}.${seq}.${personId}.${template}.${digest(title + words).slice(0, 8)}`
      return {
        _id,
        version: 1,
        sortKey: sortKeyOf(at, _id, digest),
        personId,
        at,
        template,
        title,
        words,
        ticketId: ticket._id,
      }
    })
  })
  const distinct = [...new Map(notices.map((notice) => [notice._id, notice])).values()]
  return { ticket: { ...ticket, outbox: [] }, notices: distinct }
}

/** Who an audience key leads to in the demo county. */
function peopleBehind(key: string): string[] {
  const [kind, id = CENTRE] = key.split(':') as [string, string?]
  if (kind === 'person' || kind === 'leader') return [id]
  const roles = {
    centre: ['operator'],
    unit: ['handler', 'unitHead'],
    above: ['unitHead'],
    supervision: ['supervisor'],
  }[kind]
  if (!roles) throw new Error(`the demo county knows nobody behind ${key}`)
  return people
    .filter(
      ({ staff }) => staff && roles.includes(staff.role) && (kind === 'supervision' || staff.unitId === id),
    )
    .map((person) => person.id)
}
