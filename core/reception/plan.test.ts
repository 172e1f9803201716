import { receptionDay } from '../../tests/factories/reception'
import { AppError } from '../errors'
import { booked, delivered, followed, mayChange, newBooking, overlaps, postponed, swapped, type Day } from '.'

const NOW = new Date('2026-11-24T09:00:00+08:00')
const why = { key: 'r1', at: NOW, byId: 'operator-1', reason: '临时外出开会' }
const leader = { personId: 'leader-2', name: '韩卓', post: '常务副县长', unitIds: ['urban'] }
const plain = receptionDay('d1', '2026-11-27')
const seat = (bookingId: string, state: 'waiting' | 'booked' | 'void') => ({
  bookingId,
  personId: bookingId,
  state,
})
const day: Day = {
  ...plain,
  seats: { ...plain.seats, s1: { a: seat('a', 'booked'), b: seat('b', 'waiting'), c: seat('c', 'void') } },
}
const request = { id: 'a', personId: 'a', inputHash: '', topic: '供水' }
const made = booked(newBooking(request, day, day.slots[0]!, NOW), NOW)
const mine = delivered(made, made.outbox, NOW)
const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as AppError).message
  }
}

describe('R-A6 the leader is away', () => {
  it('another leader: everybody with a seat or in line is told, and what was is kept', () => {
    const next = swapped(day, leader, why)
    expect(next).toMatchObject({ leaderName: '韩卓', outbox: ['a', 'b'], wakeAt: NOW })
    expect(next.changes).toEqual([
      { ...why, what: 'swapped', leaderId: 'leader-1', leaderName: '林若平', post: '县长' },
    ])
  })

  it('another date: the same hours, a new cut-off, a new place in the list', () => {
    const next = postponed(day, '2026-12-01', why)
    expect(next.slots[0]!.from).toEqual(new Date('2026-12-01T09:00:00+08:00'))
    expect(next.cutOff).toEqual(new Date('2026-11-30T17:00:00+08:00'))
    expect(next.sortKey).toBe(`${next.slots[0]!.from.getTime()}-d1`)
    expect(next.outbox).toEqual(['a', 'b'])
  })

  it('a booking keeps its seat, says what has changed once, and may be changed until it begins', () => {
    const next = postponed(day, '2026-12-01', why)
    const told = followed(mine, next, NOW)!
    expect(told).toMatchObject({ state: 'booked', day: { date: '2026-12-01' } })
    expect(told.outbox.map(({ title }) => title)).toEqual(['接待时间有调整'])
    expect(followed(told, next, NOW)).toBe(told)
    const afterCutOff = new Date(next.cutOff.getTime() + 1)
    expect([mayChange(told, afterCutOff), mayChange(mine, day.cutOff)]).toEqual([true, false])
  })

  it.each([
    [
      'to the same leader',
      () => swapped(day, { ...leader, personId: 'leader-1' }, why),
      '接待的就是这位领导，请另选一位',
    ],
    ['to the same date', () => postponed(day, '2026-11-27', why), '还是同一天，请另选日期'],
    [
      'to a date nobody could answer',
      () => postponed(day, '2026-11-24', why),
      '日期太近，群众来不及改期，请选后天或更晚的日期',
    ],
    [
      'when it has begun',
      () => postponed(day, '2026-12-01', { ...why, at: day.slots[1]!.from }),
      '这一天的接待已经开始，不能再改日期',
    ],
    ['when it is over', () => swapped(day, leader, { ...why, at: day.slots[2]!.to }), '这一天的接待已经结束'],
  ])('refuses a change %s', (_what, work, words) => {
    expect(refusal(work)).toBe(words)
  })

  it('a leader cannot be at two receptions at once', () => {
    const other = receptionDay('d2', '2026-11-27')
    expect([
      overlaps(day, other),
      overlaps(day, day),
      overlaps(day, receptionDay('d3', '2026-11-28')),
    ]).toEqual([true, false, false])
  })
})
