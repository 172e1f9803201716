import fc from 'fast-check'
import {
  coUnitDue,
  deadlineOf,
  digestDue,
  latestDeadline,
  resumed,
  returnBy,
  sentBackDeadline,
  shareOf,
} from './deadlines'
import { county } from './testing/county'
import { addWorkingTime, HOUR, momentOf, workingTimeBetween } from './workdays'
import type { HandlingClass } from './words'

const { calendar } = county
const at = (day: string, hour: number) => momentOf(day, hour)
const due = (
  handlingClass: HandlingClass,
  dispatched: Date,
  rest: Partial<Parameters<typeof deadlineOf>[0]> = {},
) => deadlineOf({ handlingClass, at: dispatched, submittedAt: dispatched, ...rest }, county)

describe('deadlines of a unit (R-L1, R-L2)', () => {
  it('R-L2 instant: 18:00 the same day, or noon of the next working day after 14:00', () => {
    expect(due('instant', at('2026-03-06', 9))).toEqual(at('2026-03-06', 18))
    expect(due('instant', at('2026-03-06', 14))).toEqual(at('2026-03-06', 18))
    expect(due('instant', at('2026-03-06', 14.1))).toEqual(at('2026-03-09', 12))
    expect(due('instant', at('2026-03-07', 9))).toEqual(at('2026-03-09', 12))
  })

  it('R-L1 three days, the category’s own days, the policy’s days', () => {
    expect(due('threeDay', at('2026-03-02', 9))).toEqual(at('2026-03-05', 18))
    expect(due('fixed', at('2026-03-02', 9), { categoryId: 'road' })).toEqual(at('2026-03-16', 18))
    expect(due('fixed', at('2026-03-02', 9), { categoryId: 'other' })).toEqual(at('2026-03-09', 18))
  })

  it('R-L1 a set date wins over the class', () => {
    const explicit = at('2026-03-20', 12)
    expect(due('instant', at('2026-03-02', 9), { explicit })).toEqual(explicit)
    expect(latestDeadline(at('2026-03-02', 9), county)).toEqual(at('2026-03-23', 18))
  })

  it('R-L1 consult: 24 hours from submission without the time the reporter was asked, 4 working hours at least', () => {
    const submittedAt = at('2026-03-02', 9)
    expect(due('consult', at('2026-03-02', 10), { submittedAt })).toEqual(at('2026-03-03', 9))
    expect(due('consult', at('2026-03-02', 15), { submittedAt, pausedMs: 3 * HOUR })).toEqual(
      at('2026-03-03', 12),
    )
    expect(due('consult', at('2026-03-03', 8), { submittedAt })).toEqual(at('2026-03-03', 12))
  })

  it('E13 may be returned for one working day, instant for two working hours', () => {
    expect(returnBy(at('2026-03-06', 9), 'threeDay', county)).toEqual(at('2026-03-09', 18))
    expect(returnBy(at('2026-03-06', 17), 'instant', county)).toEqual(at('2026-03-09', 9))
  })

  it('R-H3 a co-unit is due a working day before the lead, or after half of a one-day class', () => {
    expect(coUnitDue(at('2026-03-02', 9), at('2026-03-09', 18), calendar)).toEqual(at('2026-03-06', 18))
    expect(coUnitDue(at('2026-03-02', 9), at('2026-03-02', 18), calendar)).toEqual(at('2026-03-02', 14.5))
  })

  it('E5 suggestions are answered by the 10th of the next month', () => {
    expect(digestDue(at('2026-03-02', 9))).toEqual(at('2026-04-10', 18))
    expect(digestDue(at('2026-12-31', 23))).toEqual(at('2027-01-10', 18))
  })
})

describe('stops and returns (R-L2)', () => {
  const moment = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 24 * 60 - 1 }))
    .map(([day, minute]) => new Date(at('2026-02-01', 0).getTime() + (day * 24 * 60 + minute) * 60_000))
  const later = (max: number) => fc.integer({ min: 0, max: max * 24 * 60 }).map((m) => m * 60_000)

  it('R-L2 a stop gives back exactly the working time it took, and nothing to what was late', () => {
    fc.assert(
      fc.property(moment, later(10), later(7), (stoppedAt, toDue, toResume) => {
        const deadline = new Date(stoppedAt.getTime() + toDue)
        const resumedAt = new Date(stoppedAt.getTime() + toResume)
        const next = resumed(deadline, stoppedAt, resumedAt, calendar)
        expect(next >= deadline).toBe(true)
        const left = workingTimeBetween(stoppedAt, deadline, calendar)
        if (left > 0) {
          expect(workingTimeBetween(deadline, next, calendar)).toBe(
            workingTimeBetween(stoppedAt, resumedAt, calendar),
          )
          if (next > deadline) expect(workingTimeBetween(resumedAt, next, calendar)).toBe(left)
        } else {
          expect(next.getTime() - deadline.getTime()).toBeLessThanOrEqual(toResume)
        }
      }),
    )
  })

  it('R-L2 what was overdue when the clock stopped stays overdue', () => {
    const deadline = at('2026-03-05', 18)
    expect(resumed(deadline, at('2026-03-06', 9), at('2026-03-10', 9), calendar)).toEqual(deadline)
  })

  it('R-L2 after E15 the remainder runs on, at least 4 working hours', () => {
    const deadline = at('2026-03-05', 18)
    expect(sentBackDeadline(deadline, at('2026-03-04', 18), at('2026-03-06', 9), county)).toEqual(
      at('2026-03-09', 9),
    )
    expect(sentBackDeadline(deadline, at('2026-03-06', 9), at('2026-03-09', 9), county)).toEqual(
      at('2026-03-09', 15),
    )
  })

  it('R-L4 80 % of the working time lies before the deadline and after the start', () => {
    fc.assert(
      fc.property(moment, later(20), (from, ms) => {
        const to = new Date(from.getTime() + ms)
        const soon = shareOf(from, to, 0.8, calendar)
        expect(soon >= from && soon <= to).toBe(true)
      }),
    )
    expect(shareOf(at('2026-03-02', 8), at('2026-03-02', 18), 0.5, calendar)).toEqual(at('2026-03-02', 12))
    expect(addWorkingTime(at('2026-03-02', 8), 0, calendar)).toEqual(at('2026-03-02', 8))
  })
})
