import { createHash, randomBytes } from 'node:crypto'
import { restore } from '@core/privacy'
import { unseal } from '@server/platform/crypto'
import type { Day } from '@core/reception/types'
import { propose } from '@core/routing'
import type { Lesson } from '@core/routing/learning'
import { verifyChain } from '@core/ticket/chain'
import type { HotMatter } from '@core/ticket/hot-matter'
import type { Ticket } from '@core/ticket/types'
import { STATUSES, type Status } from '@core/ticket/words'
import { seedDemo } from '.'
import { knowledge } from './county/knowledge'
import { crowds } from './county/crowds'
import { matters, urgentMatters, type Matter } from './county/matters'
import { people } from './county/people'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const key = () => randomBytes(32).toString('base64')

const seeded: Record<string, readonly { _id: string }[]> = {}
let tickets: Ticket[]

beforeAll(async () => {
  await seedDemo(
    {
      store: { import: (name, documents) => void (seeded[name] = [...(seeded[name] ?? []), ...documents]) },
      storage: { put: async (path) => `cloud://env.bucket/${path}` },
      clock: () => new Date('2026-11-23T02:00:00Z'),
      secrets: { MINSHENG_SECRET_ENC: key(), MINSHENG_SECRET_HMAC: key() },
      progress: () => {},
    },
    { empty: false },
  )
  tickets = restore(seeded.tickets as unknown as Ticket[], unseal)
}, 60_000)

describe('the demo county', () => {
  it('has about 200 tickets, at least 5 in each of the 13 statuses', () => {
    expect(tickets.length).toBeGreaterThanOrEqual(200)
    for (const status of Object.keys(STATUSES) as Status[]) {
      expect([status, tickets.filter((ticket) => ticket.status === status).length >= 5]).toEqual([
        status,
        true,
      ])
    }
  })

  it('R-T8 every chain of events verifies: each ticket came here by real commands', () => {
    for (const ticket of tickets)
      expect([ticket.number, verifyChain(ticket, sha256)]).toEqual([ticket.number, { ok: true }])
  })

  it('R-H7 R-D8 E17 has matters from above, signatures on paper and departments called to a place', () => {
    const facts = tickets.flatMap(({ events }) => events.map(({ body }) => body?.facts))
    expect(facts.filter((each) => each?.paper === true).length).toBeGreaterThan(3)
    expect(facts.filter((each) => each?.whistle === true).length).toBeGreaterThan(1)
    const above = tickets.filter(({ superior }) => superior)
    expect(above.some(({ status, superior }) => status === 'closed' && superior?.replied)).toBe(true)
  })

  it('R-D3 has learned from its own history: what the county’s words miss is proposed rightly', () => {
    const lessons = seeded.lessons as unknown as Lesson[]
    const job = seeded.jobs!.find(({ _id }) => _id === 'routing')
    expect(job).toMatchObject({ pending: false, trainedOn: lessons.length, fileId: expect.any(String) })
    expect(lessons.filter(({ corrected }) => corrected).length).toBeGreaterThanOrEqual(5)
    const waiting = tickets.filter(({ status, words }) => status === 'submitted' && /睡(不着|觉)/.test(words))
    expect(waiting.length).toBeGreaterThanOrEqual(2)
    for (const { words, proposal } of waiting) {
      const without = propose({ words, confidential: false, accusedUnitIds: [] }, knowledge)
      expect(without.categoryId.value).not.toBe('noise')
      expect(proposal!.categoryId).toMatchObject({ value: 'noise' })
      expect(proposal!.categoryId.reasons.join()).toContain('以前办过的')
    }
  })

  it('R-T4 every number is claimed once, in the order of its day', () => {
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(tickets.length)
    const claims = (seeded.numbers as { _id: string; claims: string[] }[]).flatMap(({ _id, claims }) =>
      claims.map((id, index) => [id, `${_id.replace(/\.0$/, '')}-${String(index + 1).padStart(4, '0')}`]),
    )
    expect(new Map(claims as [string, string][])).toEqual(
      new Map(tickets.map(({ _id, number }) => [_id, number])),
    )
  })

  it('R-X3 no phone number is stored in the clear', () => {
    const stored = JSON.stringify(seeded)
    for (const { phone } of people) if (phone) expect(stored.includes(phone)).toBe(false)
  })

  it('has photos on many tickets and in their results', () => {
    expect(tickets.filter(({ photos }) => photos.length > 0).length).toBeGreaterThan(60)
    expect(
      tickets.filter(({ results }) => results.some(({ photos }) => photos.length > 0)).length,
    ).toBeGreaterThan(30)
  })

  it('R-A4 the reception days hold exactly the seats that were booked', () => {
    const booked = (seeded.days as unknown as Day[]).flatMap(({ seats }) =>
      Object.values(seats).flatMap(Object.keys),
    )
    expect([...booked].sort()).toEqual(seeded.bookings!.map(({ _id }) => _id).sort())
    for (const { slots, free, seats } of seeded.days as unknown as Day[]) {
      for (const { id, capacity } of slots) expect(free[id]! + Object.keys(seats[id]!).length).toBe(capacity)
    }
  })

  it('R-D1 the keyword rules find the category of every matter the county knows', () => {
    const said: Matter[] = crowds.flatMap(({ said: voices, categoryId }) =>
      voices.map(({ words }) => ({ words, categoryId })),
    )
    for (const { words, kind, categoryId } of [...matters, ...urgentMatters, ...said]) {
      const proposal = propose({ words, kind, confidential: false, accusedUnitIds: [] }, knowledge)
      expect([words, proposal.categoryId.value]).toEqual([words, categoryId])
    }
  })

  it('R-D6 has hot matters: one that grows, one that falls', () => {
    const hot = (seeded.hotMatters as unknown as HotMatter[]).filter(
      ({ rankKey, centreId }) => rankKey !== undefined && centreId === 'centre',
    )
    const [hottest, ...others] = hot.sort((a, b) => (a.rankKey! < b.rankKey! ? 1 : -1))
    expect(hottest).toMatchObject({ categoryId: 'heating', people: 12, thisWeek: 10, lastWeek: 2 })
    expect(others.map(({ categoryId }) => categoryId)).toEqual(expect.arrayContaining(['rubbish', 'noise']))
    expect(others.some(({ thisWeek, lastWeek }) => thisWeek < lastWeek)).toBe(true)
  })

  it('has staff of every role, and a head and a handler in every unit that can lead', () => {
    const roles = new Set(people.map(({ role }) => role))
    expect(roles.size).toBe(8)
    for (const { lead } of knowledge.responsibilities) {
      if (lead === 'township' || lead.unitId === knowledge.county.centreUnitId) continue
      for (const post of ['head', 'handler'])
        expect(people.some(({ id }) => id === `${post}-${lead.unitId}`)).toBe(true)
    }
  })
})
