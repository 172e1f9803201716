import { mayRateToo, ratedToo, type Join } from './me-too'
import { refusal } from './testing/expect'

const now = new Date('2026-11-24T01:00:00Z')
const join = { _id: 't.p', version: 1, ticketId: 't', personId: 'p', sortKey: 's', changeKey: 'c' } as Join
const closed = { status: 'closed', round: 1 } as const
const said = { solved: 'unsolved', result: 'dissatisfied', reasons: ['slow', 'slow'], key: 'k1' } as const
const rate = (from: Join, ticket: Parameters<typeof mayRateToo>[0], more: object = {}) =>
  ratedToo(from, ticket, { ...said, reasons: [...said.reasons], ...more }, now)

it('R-T9 whoever said “me too” rates what is closed, once a round; the same request twice is once', () => {
  const rated = rate(join, closed)
  expect(rated.ratings).toEqual([
    { round: 1, at: now, solved: 'unsolved', result: 'dissatisfied', reasons: ['slow'], key: 'k1' },
  ])
  expect(rate(rated, closed)).toBe(rated)
  expect([mayRateToo(closed, join), mayRateToo(closed, rated)]).toEqual([true, false])
  expect(refusal(() => rate(rated, closed, { key: 'k2' })).words).toContain('已经评价过')
  const open = { status: 'handling', round: 2 } as const
  expect([mayRateToo(open, rated), refusal(() => rate(rated, open, { key: 'k2' })).words]).toEqual([
    false,
    expect.stringContaining('还没有办结'),
  ])
  expect(rate(rated, { ...closed, round: 2 }, { key: 'k2' }).ratings).toHaveLength(2)
})

it('R-C2 dissatisfied asks why', () => {
  expect(refusal(() => rate(join, closed, { reasons: [] })).fields).toEqual(['reasons'])
  expect(rate(join, closed, { result: 'basic', reasons: [] }).ratings).toHaveLength(1)
})
