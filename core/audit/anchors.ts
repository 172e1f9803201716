import { canonical, verifyChain, type Digest } from '../ticket/chain'
import type { Ticket } from '../ticket/types'

/**
 * R-T8: what is kept apart from the tickets, so that whoever rewrites a ticket with all its hashes is still found out:
 * the heads of the tickets that moved on a day, in anchors that are themselves a chain.
 */
export interface AnchoredHead {
  ticketId: string
  number: string
  seq: number
  hash: string
}

/** One link of the anchors; a busy day has several. Added once, never changed. */
export interface Anchor {
  /** Its place in the chain in eight digits, so that a repeated run finds it. */
  _id: string
  /** The day on which the last of its tickets moved. */
  day: string
  /** Place in the chain, from 1. */
  seq: number
  heads: AnchoredHead[]
  /** The `headKey` of the last ticket in it: the next part begins after it. */
  upTo: string
  prev: string
  hash: string
}

/** Where the chain of anchors ends, kept beside it: a lost tail shows. */
export interface AnchorHead {
  seq: number
  hash: string
}

export const NO_ANCHOR: AnchorHead = { seq: 0, hash: '' }

export const anchorId = (seq: number): string => String(seq).padStart(8, '0')

type Content = Omit<Anchor, 'hash'>

const hashOf = ({ _id, day, seq, heads, upTo, prev }: Content, digest: Digest): string =>
  digest(canonical({ _id, day, seq, heads, upTo, prev }))

/** The anchor after `last` with the heads of these tickets, which are in the order of their `headKey`. */
export function anchorAfter(
  last: AnchorHead,
  day: string,
  tickets: readonly Pick<Ticket, '_id' | 'number' | 'head' | 'headKey'>[],
  digest: Digest,
): Anchor {
  const content: Content = {
    _id: anchorId(last.seq + 1),
    day,
    seq: last.seq + 1,
    heads: tickets.map(({ _id, number, head }) => ({
      ticketId: _id,
      number,
      seq: head.seq,
      hash: head.hash,
    })),
    upTo: tickets[tickets.length - 1]?.headKey ?? '',
    prev: last.hash,
  }
  return { ...content, hash: hashOf(content, digest) }
}

/** What is wrong with a stored link. `what`: the ticket's number or the anchor's day; `seq`: which event or anchor. */
export interface Finding {
  what: string
  seq: number
  why: string
}

/** The first broken link of the anchors themselves; undefined: they are whole. `head`: what is kept beside them. */
export function brokenAnchor(
  anchors: readonly Anchor[],
  head: AnchorHead,
  digest: Digest,
): Finding | undefined {
  let last = NO_ANCHOR
  for (const anchor of [...anchors].sort((a, b) => a.seq - b.seq)) {
    const bad = (why: string): Finding => ({ what: `anchors/${anchor._id}`, seq: last.seq + 1, why })
    if (anchor.seq !== last.seq + 1) return bad('an anchor before it is missing')
    if (anchor.prev !== last.hash) return bad('does not follow the anchor before it')
    if (anchor.hash !== hashOf(anchor, digest)) return bad('its hash is not its own')
    last = anchor
  }
  return last.seq === head.seq && last.hash === head.hash
    ? undefined
    : { what: 'anchors', seq: last.seq + 1, why: 'the last anchors are not those of the head' }
}

/** The heads that were ever anchored, by ticket. */
export function anchoredHeads(anchors: readonly Anchor[]): Map<string, AnchoredHead[]> {
  const byTicket = new Map<string, AnchoredHead[]>()
  for (const head of anchors.flatMap(({ heads }) => heads)) {
    const known = byTicket.get(head.ticketId)
    if (known) known.push(head)
    else byTicket.set(head.ticketId, [head])
  }
  return byTicket
}

/** The first broken link of a ticket: in its own chain, or against what was anchored. Undefined: it is whole. */
export function brokenLink(
  ticket: Pick<Ticket, '_id' | 'number' | 'events' | 'head'>,
  anchored: readonly AnchoredHead[],
  digest: Digest,
): Finding | undefined {
  const verdict = verifyChain(ticket, digest)
  if (!verdict.ok) return { what: ticket.number, seq: verdict.seq, why: verdict.why }
  const lost = [...anchored]
    .sort((a, b) => a.seq - b.seq)
    .find(({ seq, hash }) => ticket.events[seq - 1]?.hash !== hash)
  if (!lost) return undefined
  const why =
    ticket.events.length < lost.seq ? 'was anchored and is gone' : 'is not the one that was anchored'
  return { what: ticket.number, seq: lost.seq, why }
}
