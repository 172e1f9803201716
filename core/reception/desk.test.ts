import fc from 'fast-check'
import { receptionDay } from '../../tests/factories/reception'
import { AppError } from '../errors'
import {
  calledNext,
  checkedIn,
  closedDay,
  entryOf,
  finished,
  notCome,
  openedDay,
  servingOf,
  visitorsOf,
  waitingOf,
  type Day,
} from '.'

const at = (time: string) => new Date(`2026-11-26T${time}:00+08:00`)
const seat = (bookingId: string) => ({
  [bookingId]: { bookingId, personId: `p-${bookingId}`, state: 'booked' as const },
})
/** 09:00 a and b, 09:20 c; d gave its seat back. */
const day = receptionDay('d1', '2026-11-26', {
  capacity: 2,
  seats: {
    s1: { ...seat('a'), ...seat('b') },
    s2: { ...seat('c'), d: { ...seat('d').d!, state: 'void' } },
    s3: {},
  },
})
const refusal = (work: () => unknown): string => {
  try {
    return `done ${JSON.stringify(work())}`
  } catch (error) {
    return (error as AppError).message
  }
}
const arrive = (before: Day, ...ids: string[]) =>
  ids.reduce((next, id) => checkedIn(next, id, `in-${id}`, at('08:50')), before)

describe('R-A7 the desk', () => {
  it('gives queue numbers at check-in and calls by the time that was promised, then by number', () => {
    const here = openedDay(arrive(day, 'c', 'b', 'a'), at('09:00'))
    expect(['c', 'b', 'a'].map((id) => entryOf(here, id)?.number)).toEqual([1, 2, 3])
    expect(waitingOf(here).map(({ bookingId }) => bookingId)).toEqual(['b', 'a', 'c'])
    const called = calledNext(here, 'r', at('09:01'))
    expect(servingOf(called)?.bookingId).toBe('b')
    expect(refusal(() => calledNext(called, 'r2', at('09:02')))).toBe('2 号还在接待，结束后再叫下一位')
    const after = finished(called, 'b', 'r3', at('09:15'))
    expect(servingOf(calledNext(after, 'r4', at('09:16')))?.bookingId).toBe('a')
  })

  it('a code used twice, of somebody who was called, served or marked absent: says which', () => {
    const here = openedDay(arrive(day, 'a'), at('09:00'))
    const again = (before: Day) => refusal(() => checkedIn(before, 'a', 'x', at('09:30')))
    expect(again(here)).toBe('这个预约号已经签到，排 1 号')
    const called = calledNext(here, 'r', at('09:01'))
    expect(again(called)).toBe('这位来访人正在接待中')
    expect(again(finished(called, 'a', 'r', at('09:10')))).toBe('这个预约号已经用过，接待已结束')
    expect(again(notCome(called, 'a', 'r', at('09:10')))).toContain('未到场')
  })

  it('nobody is called before whoever receives is there, nor on another day', () => {
    expect(refusal(() => calledNext(arrive(day, 'a'), 'r', at('09:00')))).toBe('请先点“开始接待”')
    const tomorrow = new Date('2026-11-27T09:00:00+08:00')
    for (const work of [
      () => checkedIn(day, 'a', 'r', tomorrow),
      () => openedDay(day, tomorrow),
      () => closedDay(day, 'r', tomorrow),
    ])
      expect(refusal(work)).toBe('只能办理当天的接待')
  })

  it('R-A5 who has not come is noted when their slot is over, or all at once at the end', () => {
    expect(refusal(() => notCome(day, 'a', 'r', at('09:10')))).toBe('时段还没过，再等一等')
    expect(entryOf(notCome(day, 'a', 'r', at('09:20')), 'a')).toMatchObject({ state: 'noShow' })
    expect(refusal(() => closedDay(day, 'r', at('09:30')))).toContain('还有预约的时段没到')
    const closed = closedDay(day, 'r', at('10:00'))
    expect(Object.values(closed.desk).map(({ state }) => state)).toEqual(['noShow', 'noShow', 'noShow'])
    expect(refusal(() => closedDay(arrive(day, 'a'), 'r', at('10:00')))).toContain('还有人在等候')
  })

  it('whatever the desk does in whatever order: one served at a time, numbers never twice, only guests with a seat', () => {
    const steps = fc.array(
      fc.tuple(
        fc.constantFrom('in', 'call', 'absent', 'finish', 'open', 'close'),
        fc.constantFrom('a', 'b', 'c', 'd'),
      ),
      { maxLength: 25 },
    )
    const take = (before: Day, [step, id]: [string, string], now: Date): Day => {
      try {
        if (step === 'in') return checkedIn(before, id, 'r', now)
        if (step === 'call') return calledNext(before, 'r', now)
        if (step === 'absent') return notCome(before, id, 'r', now)
        if (step === 'finish') return finished(before, id, 'r', now)
        return step === 'open' ? openedDay(before, now) : closedDay(before, 'r', now)
      } catch (error) {
        if (error instanceof AppError) return before
        throw error
      }
    }
    fc.assert(
      fc.property(steps, (all) => {
        const end = all.reduce((next, step, index) => take(next, step, at(`09:${10 + index}`)), day)
        const entries = Object.values(end.desk)
        const numbers = entries.flatMap(({ number }) => (number === undefined ? [] : [number]))
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(entries.filter(({ state }) => state === 'serving').length).toBeLessThanOrEqual(1)
        const guests = visitorsOf(end).map(({ bookingId }) => bookingId)
        expect(Object.keys(end.desk).filter((id) => !guests.includes(id))).toEqual([])
      }),
    )
  })
})
