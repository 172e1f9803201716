import fc from 'fast-check'
import { receptionDay } from '../../tests/factories/reception'
import { AppError } from '../errors'
import {
  bookableSlot,
  booked,
  bookingCode,
  cancelled,
  cancelling,
  delivered,
  isActive,
  newBooking,
  nextOffers,
  refused,
  reminded,
  seatOf,
  tombstone,
  type Booking,
} from '.'

const HOUR = 3_600_000
const day = receptionDay('d1', '2026-11-27')
const slot = day.slots[0]!
const NOW = new Date('2026-11-24T09:00:00+08:00')
const at = (hoursBefore: number) => new Date(slot.from.getTime() - hoursBefore * HOUR)
const wanted = newBooking(
  { id: '0a1b2c3d4e5f00112233445566778899', personId: 'c1', inputHash: 'h', topic: '供水', words: '' },
  day,
  slot,
  NOW,
)
const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as AppError).code
  }
}
const settled = (booking: Booking, now: Date) => delivered(booking, booking.outbox, now)

describe('R-A3 booking', () => {
  it('is an intention first, which the clock finishes after a minute', () => {
    expect(wanted).toMatchObject({ state: 'confirming', people: 1, dayId: 'd1', slotId: 's1', outbox: [] })
    expect(wanted.wakeAt).toEqual(new Date(NOW.getTime() + 60_000))
    expect(wanted).not.toHaveProperty('words')
  })

  it('R-A5 only on a published day, in a slot it has, before the cut-off', () => {
    expect(bookableSlot(day, 's1', NOW)).toBe(slot)
    expect(refusal(() => bookableSlot({ ...day, published: false }, 's1', NOW))).toBe('NOT_FOUND')
    expect(refusal(() => bookableSlot(day, 'toString', NOW))).toBe('NOT_FOUND')
    expect(refusal(() => bookableSlot(day, 's1', day.cutOff))).toBe('BOOKING_CLOSED')
  })

  it('tells of the seat, and of a refusal only who is not being answered', () => {
    expect(booked(wanted, NOW).outbox.map(({ title }) => title)).toEqual(['预约成功'])
    expect(booked(wanted, NOW).outbox[0]!.words).toContain('11月27日 09:00，县长林若平，县信访接待厅')
    expect(refused(wanted, NOW, true).outbox.map(({ title }) => title)).toEqual(['没有约上'])
    expect(refused(wanted, NOW, false)).not.toHaveProperty('wakeAt')
  })

  it('stands in the way of another while it is not over', () => {
    const mine = booked(wanted, NOW)
    expect([wanted, mine, cancelling(mine, 'r', NOW)].map((booking) => isActive(booking, NOW))).toEqual([
      true,
      true,
      true,
    ])
    expect(
      [refused(wanted, NOW, false), cancelled(mine, NOW), tombstone('x', wanted)].some((b) =>
        isActive(b, NOW),
      ),
    ).toBe(false)
    expect(isActive(mine, slot.to)).toBe(false)
  })

  it('has a code of six digits', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9a-f]{32}$/), (id) => /^\d{6}$/.test(bookingCode(id))))
  })
})

describe('R-A5 cancelling', () => {
  const mine = booked(wanted, NOW)
  it('until 17:00 the day before', () => {
    expect(cancelling(mine, 'r', NOW)).toMatchObject({ state: 'cancelling', cancelRequest: 'r' })
    expect(refusal(() => cancelling(mine, 'r', day.cutOff))).toBe('BOOKING_CLOSED')
  })
  it.each([
    ['confirming', 'RULE_REFUSED'],
    ['cancelled', 'WRONG_STATE'],
    ['refused', 'WRONG_STATE'],
    ['finished', 'WRONG_STATE'],
  ] as const)('not when it is %s', (state, code) => {
    expect(refusal(() => cancelling({ ...mine, state }, 'r', NOW))).toBe(code)
  })
})

describe('R-A5 reminders', () => {
  const quiet = settled(booked(wanted, NOW), NOW)
  it('sleeps until the day before, then until two hours before, then for good', () => {
    expect(quiet.wakeAt).toEqual(at(24))
    const first = reminded(quiet, at(24))
    expect(first.outbox.map(({ template }) => template)).toEqual(['bookingTomorrow'])
    const second = settled(first, at(23.9))
    expect(second.wakeAt).toEqual(at(2))
    const third = reminded(second, at(2))
    expect(third.outbox.map(({ template }) => template)).toEqual(['bookingSoon'])
    expect(settled(third, at(1))).not.toHaveProperty('wakeAt')
  })
  it('a clock that stood still catches up, but reminds nobody of what has begun', () => {
    expect(reminded(quiet, at(1)).outbox).toHaveLength(2)
    expect(reminded(quiet, at(-1)).outbox).toEqual([])
  })
  it('a cancelled booking reminds nobody', () => {
    const gone = settled(cancelled(quiet, NOW), NOW)
    expect(gone).not.toHaveProperty('wakeAt')
    expect(reminded(gone, at(2)).outbox).toEqual([])
  })
})

describe('R-A4 offers', () => {
  it('are the next free seats of the same kind on days that still take bookings: of the chosen day first, then the soonest', () => {
    const full = receptionDay('full', '2026-11-25', { free: { s1: 0, s2: 0, s3: 1 } })
    const later = receptionDay('later', '2026-12-01', { capacity: 3 })
    const other = receptionDay('other', '2026-11-26', { kind: 'mediation' })
    const hidden = receptionDay('hidden', '2026-11-26', { published: false })
    const over = receptionDay('over', '2026-11-24')
    const days = [later, full, other, hidden, over]
    const offersTo = (dayId: string) =>
      nextOffers(days, { kind: 'leader', dayId }, NOW).map(({ day, slot, free }) => [day._id, slot.id, free])
    const soonest = ['full', 's3', 1]
    const ofLater = ['s1', 's2', 's3'].map((id) => ['later', id, 3])
    expect(offersTo('full')).toEqual([soonest, ...ofLater])
    expect(offersTo('later')).toEqual([...ofLater, soonest])
  })

  it('a seat is found by slot and booking, and by nothing an object has from birth', () => {
    const taken = {
      ...day,
      seats: { s1: { b1: { bookingId: 'b1', personId: 'c1', state: 'void' as const } } },
    }
    expect(seatOf(taken, 's1', 'b1')?.state).toBe('void')
    expect([seatOf(taken, 's1', 'toString'), seatOf(taken, 's9', 'b1')]).toEqual([undefined, undefined])
  })
})
