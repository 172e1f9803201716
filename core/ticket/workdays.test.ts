import fc from 'fast-check'
import {
  addDays,
  addWorkingTime,
  dayOf,
  endOfWorkday,
  HOUR,
  hourOf,
  isWorkday,
  momentOf,
  workdayFrom,
  workingTimeBetween,
} from './workdays'

const calendar = { extraWorkdays: [], extraHolidays: [] }
const at = (day: string, hour: number) => momentOf(day, hour)
const moment = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2026-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const span = fc.integer({ min: 0, max: 60 * 8 }).map((minutes) => minutes * 60_000)

describe('working days (R-L2)', () => {
  it('R-L2 a day is a day of Asia/Shanghai, whatever the zone of the machine', () => {
    expect(dayOf(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
    expect(dayOf(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01')
    expect(momentOf('2026-03-02', 18).toISOString()).toBe('2026-03-02T10:00:00.000Z')
    expect(hourOf(momentOf('2026-03-02', 14.5))).toBe(14.5)
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  })

  it('R-L2 follows the national notice: National Day is free, its make-up Saturday is worked', () => {
    expect(isWorkday('2026-10-01', calendar)).toBe(false)
    expect(isWorkday('2026-10-10', calendar)).toBe(true)
    expect(isWorkday('2026-10-11', calendar)).toBe(false)
    expect(isWorkday('2026-03-02', calendar)).toBe(true)
  })

  it('R-L2 the county overrules the notice in both directions', () => {
    const own = { extraWorkdays: ['2026-10-11'], extraHolidays: ['2026-03-02'] }
    expect(isWorkday('2026-10-11', own)).toBe(true)
    expect(isWorkday('2026-03-02', own)).toBe(false)
    expect(workdayFrom('2026-02-28', 1, own)).toBe('2026-03-03')
  })

  it('R-L2 N working days end at 18:00 of the Nth working day after the day of dispatch', () => {
    expect(endOfWorkday(at('2026-03-06', 9), 3, calendar)).toEqual(at('2026-03-11', 18))
    expect(endOfWorkday(at('2026-09-30', 9), 1, calendar)).toEqual(at('2026-10-08', 18))
    expect(workdayFrom('2026-03-09', -1, calendar)).toBe('2026-03-06')
  })

  it('R-L6 working hours pause at noon, in the evening and over the weekend', () => {
    expect(addWorkingTime(at('2026-03-06', 11), 4 * HOUR, calendar)).toEqual(at('2026-03-06', 17))
    expect(addWorkingTime(at('2026-03-06', 17), 4 * HOUR, calendar)).toEqual(at('2026-03-09', 11))
    expect(addWorkingTime(at('2026-03-07', 3), HOUR, calendar)).toEqual(at('2026-03-09', 9))
    expect(addWorkingTime(at('2026-03-06', 14), 4 * HOUR, calendar)).toEqual(at('2026-03-06', 18))
  })

  it('refuses a calendar without working days instead of looking for ever', () => {
    const none = {
      extraWorkdays: [],
      extraHolidays: Array.from({ length: 450 }, (_, i) => addDays('2026-03-02', i)),
    }
    expect(() => endOfWorkday(at('2026-03-02', 9), 1, none)).toThrow('no working days')
    expect(() => addWorkingTime(at('2026-03-02', 9), HOUR, none)).toThrow('no working days')
  })

  it('R-L2 working time added is working time found, never negative, never out of order', () => {
    fc.assert(
      fc.property(moment, span, (from, ms) => {
        const to = addWorkingTime(from, ms, calendar)
        expect(to >= from).toBe(true)
        expect(workingTimeBetween(from, to, calendar)).toBe(ms)
        expect(workingTimeBetween(to, from, calendar)).toBe(0)
      }),
    )
  })

  it('R-L2 working time is additive over any moment in between', () => {
    fc.assert(
      fc.property(fc.tuple(moment, fc.nat(20), fc.nat(20)), ([from, a, b]) => {
        const mid = new Date(from.getTime() + a * 5 * HOUR)
        const to = new Date(mid.getTime() + b * 5 * HOUR)
        const parts = workingTimeBetween(from, mid, calendar) + workingTimeBetween(mid, to, calendar)
        expect(workingTimeBetween(from, to, calendar)).toBe(parts)
      }),
    )
  })
})
