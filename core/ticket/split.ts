import { NO_HEAD } from './chain'
import { defined } from './decisions/decision'
import type { DecideEnv } from './env'
import { record } from './settle'
import type { Ticket, TicketPart } from './types'

/** R-T10: `LH20261122-0007-2`. */
export const partNumber = (number: string, part: number): string => `${number}-${part}`

/**
 * Part `n` (from 2) of a ticket that was split: the same reporter, place and confidentiality, its own words, photos and
 * proposal. Its clock goes on from the submission (R-L2). `id` is made of the ticket and `n`, so that making it twice
 * makes one.
 */
export function createPart(whole: Ticket, part: TicketPart, n: number, id: string, env: DecideEnv): Ticket {
  const event = whole.events.find(({ type }) => type === 'ticket.split')
  if (!event || !whole.split) throw new Error(`ticket ${whole._id} was never split`)
  const { reporter, filedBy, channel, centreUnitId, kind, confidential, accused, place, clock } = whole
  const { words, photos, proposal } = part
  const blank: Ticket = defined({
    _id: id,
    version: 1,
    number: partNumber(whole.split.number, n),
    sortKey: '',
    dueKey: '',
    headKey: '',
    status: 'submitted' as const,
    round: 1,
    kind,
    channel,
    centreUnitId,
    title: '',
    words,
    photos,
    place,
    reporter,
    filedBy,
    confidential,
    urgent: proposal?.urgent.value ?? false,
    accused,
    proposal,
    coUnits: [],
    clock: { submittedAt: clock.submittedAt, stepFrom: env.now },
    results: [],
    ratings: [],
    callbacks: [],
    returnedOnce: false,
    urges: [],
    split: whole.split,
    audience: [],
    waitsFor: [],
    lists: [],
    events: [],
    head: NO_HEAD,
    outbox: [],
  })
  const { personId, role, unitId } = event.by
  if (role === 'system') throw new Error('only people split tickets')
  return record(
    blank,
    { to: 'submitted' },
    {
      words,
      photos,
      facts: defined({
        part: n,
        of: whole.split.number,
        submittedAt: clock.submittedAt.getTime(),
        kind,
        channel,
      }),
    },
    { id: 'ticket.split', key: `${event.key}.${n}`, inputHash: event.inputHash },
    { id: personId, role, ...(unitId !== undefined && { unitId }) },
    { ...env, now: event.at },
  )
}
