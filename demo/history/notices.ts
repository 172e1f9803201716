import type { Knowledge } from '@core/knowledge'
import { onItsDesk, type Notice } from '@core/notices'
import { hasWechat } from '@core/people/entered'
import { centreKey, JOINERS } from '@core/ticket/audience'
import type { Ticket } from '@core/ticket/types'
import { people } from '../county/people'
import { CENTRE } from '../county/units'
import { neighboursOf } from './joins'

export const sortKeyOf = (at: Date, id: string, digest: (text: string) => string): string =>
  `${String(at.getTime()).padStart(13, '0')}-${digest(id).slice(0, 32)}`

/** Only the last days: an inbox of two months would tell a newcomer nothing. */
const DAYS = 7 * 24 * 3_600_000

/** Takes the notices of a ticket's history out of its outbox and puts the recent ones where they went. */
export function deliverAll(
  ticket: Ticket,
  now: Date,
  knowledge: Knowledge,
  digest: (text: string) => string,
  whom: (ticket: Ticket) => string,
): { ticket: Ticket; notices: Notice[] } {
  const keeper = centreKey(ticket, knowledge)
  const notices = ticket.outbox.flatMap(({ seq, to, template, title, words, call }) => {
    const { at } = ticket.events.find((event) => event.seq === seq)!
    if (now.getTime() - at.getTime() > DAYS) return []
    const joined = to === JOINERS
    return (joined ? neighboursOf(ticket) : peopleBehind(to)).map((personId): Notice => {
      const toCall = call && !hasWechat(personId)
      const _id = `${ticket._id}.${seq}.${personId}.${template}.${digest(title + words).slice(0, 8)}`
      return onItsDesk({
        _id,
        version: 1,
        sortKey: sortKeyOf(at, _id, digest),
        personId,
        at,
        template,
        title,
        words,
        ...(joined ? { joinedId: ticket._id } : { ticketId: ticket._id }),
        keeper,
        ...(toCall && { call: { state: 'waiting' as const, whom: whom(ticket), attempts: [] } }),
      })
    })
  })
  const distinct = [...new Map(notices.map((notice) => [notice._id, notice])).values()]
  return { ticket: { ...ticket, outbox: [] }, notices: distinct }
}

/** Two of the last reminders did not get through: one that WeChat refused, one that nobody can say of (R-N2). */
export function someFailed(notices: readonly Notice[]): Notice[] {
  const last = notices
    .filter(({ template, accused }) => template === 'ticket.reminder' && !accused)
    .sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1))
    .slice(0, 2)
    .map(({ _id }) => _id)
  return notices.map((notice) => {
    const at = last.indexOf(notice._id)
    if (at < 0) return notice
    const push = {
      state: at === 0 ? ('unknown' as const) : ('refused' as const),
      tries: 1,
      why: at === 0 ? '-1' : '47003',
    }
    return onItsDesk({ ...notice, push })
  })
}

/** Who an audience key leads to in the demo county. */
function peopleBehind(key: string): string[] {
  const [kind, id = CENTRE] = key.split(':') as [string, string?]
  if (kind === 'person' || kind === 'leader') return [id]
  const roles = {
    centre: ['operator'],
    unit: ['handler', 'unitHead'],
    above: ['unitHead'],
    // R-H6: the demo county has planned no duty; then everybody of the unit is told.
    duty: ['operator', 'handler', 'unitHead', 'supervisor'],
    supervision: ['supervisor'],
  }[kind]
  if (!roles) throw new Error(`the demo county knows nobody behind ${key}`)
  return people
    .filter(
      ({ staff }) => staff && roles.includes(staff.role) && (kind === 'supervision' || staff.unitId === id),
    )
    .map((person) => person.id)
}
