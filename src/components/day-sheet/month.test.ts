import * as fc from 'fast-check'
import { dayWords, monthAfter, weeksOf } from './month'

describe('months of a calendar', () => {
  it('start on Monday and leave the neighbours out', () => {
    expect(weeksOf('2026-11')[0]).toEqual([...Array<undefined>(6), '2026-11-01'])
    expect(weeksOf('2026-02').flat().filter(Boolean)).toHaveLength(28)
    expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29)
  })

  it('follow each other over the year and back', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
  })

  it('hold every day once, each in the column of its weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, index) => {
        const month = `${year}-${String(index).padStart(2, '0')}`
        weeksOf(month).forEach((week) => {
          expect(week).toHaveLength(7)
          week.forEach((day, column) => {
            if (day) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(column)
          })
        })
      }),
    )
  })
})

describe('a day in words', () => {
  it('says the year only when it is another', () => {
    expect(dayWords('2026-11-25', '2026-11-23')).toBe('11月25日 周三')
    expect(dayWords('2027-01-02', '2026-11-23')).toBe('2027年1月2日 周六')
  })
})
