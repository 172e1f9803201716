import { receptionDay } from '../../tests/factories/reception'
import { isUnsettled, settledDay, settlesAt, swept, type Day } from '.'

const at = (moment: string) => new Date(`2026-11-${moment}:00+08:00`)
const seat = (bookingId: string) => ({
  [bookingId]: { bookingId, personId: `p-${bookingId}`, state: 'booked' as const },
})
const booked = (more: Partial<Day> = {}): Day =>
  receptionDay('d1', '2026-11-26', {
    capacity: 2,
    seats: { s1: { ...seat('in'), ...seat('waits') }, s2: { ...seat('away'), ...seat('gone') }, s3: {} },
    ...more,
  })
const worked = booked({
  openedAt: at('26T09:00'),
  desk: {
    in: { state: 'serving', number: 1, request: 'r' },
    waits: { state: 'arrived', number: 2 },
    gone: { state: 'finished', number: 3, endedAt: at('26T09:10') },
  },
})
const MORNING = at('27T00:00')
const statesOf = ({ desk }: Day) =>
  Object.fromEntries(Object.entries(desk).map(([id, { state }]) => [id, state]))

describe('a day nobody closed', () => {
  it('R-A7 is settled when its date is over: received, not come, not called; once, and the day is held', () => {
    expect(settledDay(worked, at('26T23:59'))).toBe(worked)
    const settled = settledDay(worked, MORNING)
    expect(statesOf(settled)).toEqual({
      in: 'finished',
      waits: 'unserved',
      away: 'noShow',
      gone: 'finished',
    })
    expect(settled).toMatchObject({ openedAt: worked.openedAt, closedAt: MORNING })
    expect(settled.outbox.sort()).toEqual(['away', 'in', 'waits'])
    expect(settled.desk.gone!.endedAt).toEqual(at('26T09:10'))
    expect(settledDay(settled, at('28T00:00'))).toBe(settled)
  })

  it('R-A5 nobody is noted absent where nobody was at the desk', () => {
    const settled = settledDay(booked(), MORNING)
    expect(new Set(Object.values(statesOf(settled)))).toEqual(new Set(['unserved']))
    expect(settled).not.toHaveProperty('closedAt')
    expect(isUnsettled(settled)).toBe(false)
  })

  it('the clock is woken for it when its date is over, and for a closed or an empty one never', () => {
    expect(swept(booked(), at('25T18:00')).wakeAt).toEqual(settlesAt('2026-11-26'))
    expect(swept({ ...worked, closedAt: at('26T10:00') }, at('26T10:00'))).not.toHaveProperty('wakeAt')
    expect(swept(receptionDay('d2', '2026-11-26'), at('25T18:00'))).not.toHaveProperty('wakeAt')
  })
})
