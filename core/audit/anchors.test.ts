import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { chained, NO_HEAD } from '../ticket/chain'
import { awaitingRating, closed, handling, inReview } from '../ticket/testing/drive'
import type { Ticket, TicketEvent } from '../ticket/types'
import { anchorAfter, anchoredHeads, brokenAnchor, brokenLink, NO_ANCHOR, type Anchor } from './anchors'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const DAY = '2026-03-03'

/** The same history with some events changed or left out, every hash made anew: what a thorough forger stores. */
function forged(ticket: Ticket, change: (events: TicketEvent[]) => TicketEvent[]): Ticket {
  let head = NO_HEAD
  const events = change([...ticket.events]).map(({ seq: _s, digest: _d, prev: _p, hash: _h, ...draft }) => {
    const event = chained(ticket._id, head, draft, digest)
    head = { seq: event.seq, hash: event.hash }
    return event
  })
  return { ...ticket, events, head }
}

const ticket = closed()
const anchor = anchorAfter(NO_ANCHOR, DAY, [ticket], digest)
const anchored = anchoredHeads([anchor]).get(ticket._id)!

it('R-T8 a whole ticket agrees with its anchors, also after it moved on', () => {
  expect(brokenLink(ticket, anchored, digest)).toBeUndefined()
  const early = handling()
  const late = closed(awaitingRating(inReview(early)))
  const before = anchoredHeads([anchorAfter(NO_ANCHOR, DAY, [early], digest)]).get(early._id)!
  expect(brokenLink(late, before, digest)).toBeUndefined()
})

it('R-T8 an edit, a removal, a swap or a lost tail shows though every hash was made anew', () => {
  const last = ticket.events.length - 1
  fc.assert(
    fc.property(fc.nat(last), fc.nat(last), (i, j) => {
      const edited = forged(ticket, (all) =>
        all.map((each, n) => (n === i ? { ...each, type: 'ticket.x' } : each)),
      )
      const removed = forged(ticket, (all) => all.filter((_, n) => n !== i))
      const cut = forged(ticket, (all) => all.slice(0, i))
      const swapped = forged(ticket, (all) => {
        const [a, b] = [all[i]!, all[j]!]
        return all.map((each, n) => (n === i ? b : n === j ? a : each))
      })
      for (const bad of [edited, removed, cut, ...(i === j ? [] : [swapped])]) {
        expect(brokenLink(bad, anchored, digest)).toMatchObject({ what: ticket.number, seq: last + 1 })
      }
    }),
  )
})

it('R-T8 what was only stored wrong is named by its own chain first', () => {
  const events = ticket.events.map((event, n) => (n === 1 ? { ...event, type: 'ticket.x' } : event))
  expect(brokenLink({ ...ticket, events }, anchored, digest)).toMatchObject({ seq: 2 })
})

describe('the anchors themselves', () => {
  const anchors: Anchor[] = []
  for (let part = 0; part < 4; part++) {
    anchors.push(anchorAfter(anchors[part - 1] ?? NO_ANCHOR, DAY, [ticket], digest))
  }
  const head = anchors[3]!

  it('R-T8 are whole, in whatever order the database gives them', () => {
    expect(brokenAnchor([...anchors].reverse(), head, digest)).toBeUndefined()
    expect(brokenAnchor([], NO_ANCHOR, digest)).toBeUndefined()
  })

  it('R-T8 show an edit, a missing one and a lost tail at every place', () => {
    anchors.forEach((each, n) => {
      const other = { ...each, heads: [{ ...each.heads[0]!, hash: 'x' }] }
      expect(
        brokenAnchor(
          anchors.map((a, i) => (i === n ? other : a)),
          head,
          digest,
        ),
      ).toMatchObject({
        seq: n + 1,
      })
      expect(
        brokenAnchor(
          anchors.filter((a) => a !== each),
          head,
          digest,
        ),
      ).toBeDefined()
      expect(brokenAnchor(anchors.slice(0, n), head, digest)).toBeDefined()
    })
  })
})
