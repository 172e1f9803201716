import type { ActionInput } from '@core/contracts'
import type { Day } from '@core/reception'

const MINUTE = 60_000

/** A published reception day at 09:00–10:00 (Asia/Shanghai) of `date`, in slots of 20 minutes. */
export function receptionDay(
  id: string,
  date: string,
  { capacity = 1, ...more }: Partial<Day> & { capacity?: number } = {},
): Day {
  const from = new Date(`${date}T09:00:00+08:00`)
  const slots = ['s1', 's2', 's3'].map((slot, index) => ({
    id: slot,
    from: new Date(from.getTime() + 20 * index * MINUTE),
    to: new Date(from.getTime() + 20 * (index + 1) * MINUTE),
    capacity,
  }))
  const perSlot = <T>(value: () => T) => Object.fromEntries(slots.map((slot) => [slot.id, value()]))
  return {
    _id: id,
    version: 1,
    sortKey: `${from.getTime()}-${id}`,
    centreId: 'centre',
    kind: 'leader',
    leaderId: 'leader-1',
    leaderName: '林若平',
    post: '县长',
    unitIds: ['water'],
    date,
    place: '县信访接待厅',
    topics: ['供水', '道路'],
    published: true,
    cutOff: new Date(from.getTime() - 16 * 60 * MINUTE),
    slots,
    free: perSlot(() => capacity),
    seats: perSlot(() => ({})),
    waiting: perSlot(() => []),
    outbox: [],
    desk: {},
    ...more,
  }
}

/** A morning of the small county's leader, as an operator plans it. */
export const plannedDay = (
  more: Partial<ActionInput<'reception.planDay'>['day']> = {},
): ActionInput<'reception.planDay'>['day'] => ({
  kind: 'leader',
  leaderId: 'leader-1',
  date: '2027-01-06',
  place: '县信访接待厅',
  from: '09:00',
  to: '10:00',
  slotMinutes: 20,
  seats: 1,
  unitIds: ['water'],
  topics: ['供水'],
  ...more,
})
