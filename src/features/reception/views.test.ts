import type { DayView } from '@core/contracts/reception/views'
import { datesFor, optionsOf } from './views'

const now = Date.parse('2026-11-23T10:00:00+08:00')
const day = (id: string, change: Partial<DayView>): DayView => ({
  id,
  kind: 'leader',
  leaderId: 'l1',
  leaderName: '赵一',
  post: '副县长',
  units: [],
  date: '2026-11-26',
  place: '信访大厅',
  topics: ['供水'],
  slots: [],
  cutOff: now + 1000,
  open: true,
  ...change,
})
const days = [
  day('a', {}),
  day('b', { date: '2026-11-27', leaderId: 'l2', leaderName: '钱二', topics: ['道路', '供水'] }),
  day('c', { date: '2026-11-28', topics: ['教育'] }),
  day('over', { date: '2026-11-20', cutOff: now - 1, leaderId: 'l3', topics: ['医保'] }),
]

describe('R-A3 looking for a reception', () => {
  it('offers each leader and topic once, and none that can no longer be booked', () => {
    expect(optionsOf(days, 'leader', now).map(({ value }) => value)).toEqual(['l1', 'l2'])
    expect(optionsOf(days, 'topic', now).map(({ value }) => value)).toEqual(['供水', '道路', '教育'])
  })
  it('shows the days of the chosen one', () => {
    const datesOf = (look: 'leader' | 'topic', chosen: string) =>
      datesFor(days, look, chosen, now).map(({ date }) => date)
    expect(datesOf('leader', 'l1')).toEqual(['2026-11-26', '2026-11-28'])
    expect(datesOf('topic', '供水')).toEqual(['2026-11-26', '2026-11-27'])
    expect(datesOf('topic', '医保')).toEqual([])
  })
})
