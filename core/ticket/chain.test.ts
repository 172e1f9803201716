import fc from 'fast-check'
import { canonical, chained, NO_HEAD, verifyChain, type Draft } from './chain'
import { closed, digest } from './testing/drive'
import type { Ticket, TicketEvent } from './types'

type Chain = Pick<Ticket, '_id' | 'events' | 'head'>

const text = fc.string({ maxLength: 12 })
const draft: fc.Arbitrary<Draft> = fc.record(
  {
    key: text,
    inputHash: text,
    type: fc.constantFrom('ticket.note', 'ticket.sign'),
    edge: fc.constantFrom('E12', 'E14'),
    at: fc.integer({ min: 0, max: 2e12 }).map((ms) => new Date(ms)),
    by: fc.record({ personId: text, role: fc.constant('handler' as const), unitId: text }),
    from: fc.constant('dispatched' as const),
    to: fc.constant('handling' as const),
    body: fc.record(
      {
        words: text,
        photos: fc.array(text, { maxLength: 2 }),
        internal: fc.boolean(),
        facts: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text, { maxLength: 2 }))),
      },
      { requiredKeys: [] },
    ),
    salt: fc.string({ minLength: 1, maxLength: 8 }),
  },
  { requiredKeys: ['key', 'inputHash', 'type', 'at', 'by', 'salt'] },
)

const chain = fc.array(draft, { minLength: 1, maxLength: 6 }).map((drafts): Chain => {
  let head = NO_HEAD
  const events: TicketEvent[] = []
  for (const one of drafts) {
    const event = chained('t', head, one, digest)
    events.push(event)
    head = { seq: event.seq, hash: event.hash }
  }
  return { _id: 't', events, head }
})

/** A copy as a database returns it: other key order, nothing shared. */
const reread = <T>(value: T): T => {
  if (value instanceof Date) return new Date(value) as T
  if (Array.isArray(value)) return value.map(reread) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reread(inner)]),
  ) as T
}

const ok = { ok: true }
const broken = (ticket: Chain) => expect(verifyChain(ticket, digest)).toMatchObject({ ok: false })

describe('the chain of events (R-T8)', () => {
  it('R-T8 verifies what was chained, also after the way through a database', () => {
    fc.assert(fc.property(chain, (ticket) => expect(verifyChain(reread(ticket), digest)).toEqual(ok)))
    expect(verifyChain(closed(), digest)).toEqual(ok)
  })

  it('R-T8 detects an edit of any covered field at every position', () => {
    const edits: ((event: TicketEvent) => TicketEvent)[] = [
      (e) => ({ ...e, key: `${e.key}x` }),
      (e) => ({ ...e, inputHash: `${e.inputHash}x` }),
      (e) => ({ ...e, type: 'ticket.approve' }),
      (e) => ({ ...e, edge: 'E16' }),
      (e) => ({ ...e, at: new Date(e.at.getTime() + 1) }),
      (e) => ({ ...e, by: { ...e.by, personId: `${e.by.personId}x` } }),
      (e) => ({ ...e, by: { ...e.by, role: 'leader' as const } }),
      (e) => ({ ...e, from: 'closed' as const }),
      (e) => ({ ...e, to: 'closed' as const }),
      (e) => ({ ...e, body: { ...e.body, words: `${e.body?.words ?? ''}x` } }),
      (e) => ({ ...e, body: { ...e.body, photos: [...(e.body?.photos ?? []), 'x'] } }),
      (e) => ({ ...e, body: { ...e.body, internal: !e.body?.internal } }),
      (e) => ({ ...e, body: { ...e.body, facts: { ...e.body?.facts, added: 1 } } }),
      (e) => ({ ...e, salt: `${e.salt}x` }),
      (e) => ({ ...e, digest: digest('x') }),
      (e) => ({ ...e, prev: digest('x') }),
      (e) => ({ ...e, hash: digest('x') }),
      (e) => ({ ...e, seq: e.seq + 1 }),
    ]
    fc.assert(
      fc.property(chain, (ticket) => {
        ticket.events.forEach((event, position) => {
          for (const edit of edits) {
            const events = [...ticket.events]
            events[position] = edit(event)
            broken({ ...ticket, events })
          }
        })
      }),
      { numRuns: 40 },
    )
  })

  it('R-T8 detects a removed, repeated or moved event, and a lost tail', () => {
    fc.assert(
      fc.property(chain, (ticket) => {
        ticket.events.forEach((event, position) => {
          broken({ ...ticket, events: ticket.events.filter((_, i) => i !== position) })
          broken({
            ...ticket,
            events: [...ticket.events.slice(0, position), event, ...ticket.events.slice(position)],
          })
          if (position === 0) return
          const swapped = [...ticket.events]
          swapped[position] = ticket.events[position - 1]!
          swapped[position - 1] = event
          broken({ ...ticket, events: swapped })
        })
      }),
    )
  })

  it('R-T8 an event of another ticket does not fit in', () => {
    const ticket = closed()
    broken({ ...ticket, _id: 'another' })
  })

  it('R-T8 erasing words, photos and salt leaves the chain whole; new words without a salt do not', () => {
    fc.assert(
      fc.property(chain, (ticket) => {
        const events = ticket.events.map(({ salt: _salt, ...event }) => ({
          ...event,
          ...(event.body && { body: event.body.facts ? { facts: event.body.facts } : {} }),
        }))
        expect(verifyChain({ ...ticket, events }, digest)).toEqual(ok)
        const forged = events.map((event) => ({ ...event, body: { ...event.body, words: 'x' } }))
        broken({ ...ticket, events: forged })
      }),
    )
  })

  it('R-T8 the same value has one text, whatever the order of its keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonical(reread(value))).toBe(canonical(value))))
    expect(canonical({ b: undefined, a: new Date(5) })).toBe('{"a":5}')
  })
})
