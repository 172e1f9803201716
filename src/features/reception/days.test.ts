import type { DayView } from '@core/contracts/reception/views'
import { byDate, firstDate, freeSeats, offersOf } from './days'

const now = Date.parse('2026-11-23T10:00:00+08:00')
const day = (change: Partial<DayView>): DayView => ({
  id: 'd1',
  kind: 'leader',
  leaderId: 'l1',
  leaderName: '赵一',
  post: '副县长',
  units: [],
  date: '2026-11-26',
  place: '信访大厅',
  topics: [],
  slots: [
    { id: 's1', from: now, to: now, free: 1, capacity: 2, waiting: 0 },
    { id: 's2', from: now, to: now, free: 2, capacity: 2, waiting: 0 },
  ],
  cutOff: now + 1000,
  open: true,
  ...change,
})

describe('reception days', () => {
  it('R-A3 counts the seats that can still be booked', () => {
    expect(freeSeats(day({}), now)).toBe(3)
    expect(freeSeats(day({ open: false }), now)).toBe(0)
    expect(freeSeats(day({ cutOff: now }), now)).toBe(0)
  })

  it('R-A2 shows dates in order, and first the one with a free seat', () => {
    const dates = byDate(
      [
        day({ date: '2026-11-27', id: 'b' }),
        day({ date: '2026-11-25', open: false }),
        day({ date: '2026-11-27' }),
      ],
      now,
    )
    expect(dates.map(({ date, seats }) => [date, seats])).toEqual([
      ['2026-11-25', '截止'],
      ['2026-11-27', '余 6'],
    ])
    expect(firstDate(dates)).toBe('2026-11-27')
    expect(firstDate([])).toBeUndefined()
  })

  it('R-A4 takes the offers that come with a lost race', () => {
    expect(offersOf({ others: [{ slotId: 's' }] })).toHaveLength(1)
    expect(offersOf(undefined)).toEqual([])
  })
})
