import type { Booking, Day } from '@core/reception'
import { receptionDay } from '../../factories/reception'
import type { County } from '../harness'

export const MINUTE = 60_000
let days = 0

export const request = (dayId: string, slotId = 's1') => ({ dayId, slotId, topic: '供水' })

/** Reception days of a county, each test with its own. */
export function daysOf(county: () => County) {
  const dayOf = (id: string) => county().document<Day>('days', id)
  return {
    dayOf,
    newDay(capacity = 1): string {
      const id = `day-${++days}`
      const date = new Date(Date.UTC(2026, 11, days)).toISOString().slice(0, 10)
      county().cloud.store.import('days', [receptionDay(id, date, { capacity })])
      return id
    },
    /** What must hold for a day at rest: seats and free places add up, and bookings say what the day says. */
    expectSound(dayId: string): void {
      const { slots, free, seats } = dayOf(dayId)
      for (const { id, capacity } of slots) {
        const taken = Object.values(seats[id] ?? {}).filter(
          ({ state }) => state === 'booked' || state === 'offered',
        )
        expect(free[id]! + taken.length).toBe(capacity)
        expect(free[id]).toBeGreaterThanOrEqual(0)
      }
      for (const { seatId, slotId, state } of county().documents<Booking>('bookings', { dayId })) {
        const seat = seats[slotId]?.[seatId]?.state
        if (state === 'booked' || state === 'offered' || state === 'waiting') expect(seat).toBe(state)
        if (state === 'refused' || state === 'cancelled') expect(seat ?? 'void').toBe('void')
      }
    },
  }
}
