import { createHash } from 'node:crypto'
import type { Ticket } from '@core/ticket/types'
import type { Store } from '../../../localcloud/store'

/**
 * Fills the lists: many tickets more that this person has submitted and the centre has to screen, copies of the few that
 * the demo county has, a minute apart and older than all of them.
 */
export function addTickets(store: Store, personId: string, many: number): void {
  const all = [...store.dump('tickets')] as unknown as Ticket[]
  const templates = all.filter(({ status, confidential }) => status === 'submitted' && !confidential)
  const reporter = all.find((ticket) => ticket.reporter?.personId === personId)?.reporter
  if (templates.length === 0 || !reporter)
    throw new Error(`the demo county has nothing to copy for ${personId}`)
  const oldest = Math.min(...all.map(({ sortKey }) => Number(sortKey.slice(0, 13))))
  const of = (ticket: Ticket) => ticket.audience.filter((key) => !key.startsWith('person:'))
  const copies = Array.from({ length: many }, (_, n) => {
    const template = templates[n % templates.length]!
    const _id = createHash('sha256').update(`copy ${n}`).digest('hex').slice(0, 32)
    const at = String(oldest - (n + 1) * 60_000).padStart(13, '0')
    return {
      ...template,
      _id,
      number: `LX19700101-${String(n).padStart(5, '0')}`,
      reporter,
      audience: [...of(template), `person:${personId}`].sort(),
      sortKey: `${at}-${_id}`,
      dueKey: `${template.dueKey.slice(0, 13)}-${_id}`,
    }
  })
  store.import('tickets', copies)
}
