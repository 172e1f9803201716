import type { EventBody, Ticket, TicketEvent } from './types'

/** R-T8: events as a chain in which each carries the hash of the one before. The digest (sha256, hex) is passed in. */
export type Digest = (text: string) => string

/** An event before it is chained. */
export type Draft = Omit<TicketEvent, 'seq' | 'digest' | 'prev' | 'hash'>

/** The same text for the same value, whatever order a database returns its keys in. Undefined counts as absent. */
export function canonical(value: unknown): string {
  if (value instanceof Date) return String(value.getTime())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
  return `{${entries.join(',')}}`
}

function digestOf(salt: string, body: EventBody | undefined, digest: Digest): string {
  const { words, photos, internal } = body ?? {}
  return digest(salt + canonical({ words, photos, internal }))
}

function hashOf(ticketId: string, event: Omit<TicketEvent, 'hash'>, digest: Digest): string {
  const { seq, key, inputHash, type, edge, at, by, from, to, prev } = event
  const facts = event.body?.facts
  const covered = {
    ticketId,
    seq,
    key,
    inputHash,
    type,
    edge,
    at,
    by,
    from,
    to,
    facts,
    digest: event.digest,
    prev,
  }
  return digest(canonical(covered))
}

/** The draft as the next event after `head`. */
export function chained(ticketId: string, head: Ticket['head'], draft: Draft, digest: Digest): TicketEvent {
  const open = {
    ...draft,
    seq: head.seq + 1,
    digest: digestOf(draft.salt ?? '', draft.body, digest),
    prev: head.hash,
  }
  return { ...open, hash: hashOf(ticketId, open, digest) }
}

/** What stands before the first event. */
export const NO_HEAD: Ticket['head'] = { seq: 0, hash: '' }

export type Verdict = { ok: true } | { ok: false; seq: number; why: string }

/**
 * R-T8: finds the first event that was edited, removed or moved, or a tail lost against the head. Erased words and
 * salts do not break the chain: without its salt a digest can no longer be checked, only the hash over it.
 */
export function verifyChain(ticket: Pick<Ticket, '_id' | 'events' | 'head'>, digest: Digest): Verdict {
  let head = NO_HEAD
  for (const event of ticket.events) {
    const bad = (why: string): Verdict => ({ ok: false, seq: head.seq + 1, why })
    if (event.seq !== head.seq + 1) return bad(`event ${event.seq} stands where ${head.seq + 1} should`)
    if (event.prev !== head.hash) return bad('does not follow the event before it')
    if (event.hash !== hashOf(ticket._id, event, digest)) return bad('its hash is not its own')
    if (event.salt !== undefined && event.digest !== digestOf(event.salt, event.body, digest)) {
      return bad('its words or photos were changed')
    }
    if (event.salt === undefined && hasWords(event.body)) return bad('has words but no salt')
    head = { seq: event.seq, hash: event.hash }
  }
  return head.seq === ticket.head.seq && head.hash === ticket.head.hash
    ? { ok: true }
    : { ok: false, seq: head.seq + 1, why: 'the last events are not those of the head' }
}

const hasWords = (body: EventBody | undefined): boolean =>
  body?.words !== undefined || (body?.photos?.length ?? 0) > 0
