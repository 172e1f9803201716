import { knowledge } from '../../tests/factories/knowledge'
import { receptionDay } from '../../tests/factories/reception'
import { AppError } from '../errors'
import {
  copied,
  dayOfPlan,
  emptyMonth,
  keepingOf,
  lacking,
  opened,
  publishBy,
  publishedMonth,
  standing,
  withDay,
  withoutDay,
  type Day,
  type Host,
  type PlannedDay,
} from '.'

const NOW = new Date('2026-11-24T09:00:00+08:00')
const hosts: Host[] = ['a', 'b'].map((id) => ({ id, name: `领导${id}`, post: '副县长', unitIds: [] }))
const plan = (id: string, date: string, more: Partial<PlannedDay> = {}): PlannedDay => ({
  id,
  kind: 'leader',
  leaderId: 'a',
  leaderName: '领导a',
  post: '副县长',
  unitIds: [],
  date,
  place: '接待室',
  from: '09:00',
  to: '10:10',
  slotMinutes: 30,
  seats: 2,
  topics: [],
  ...more,
})
const december = emptyMonth('centre', '2026-12')
const refusal = (work: () => unknown): object => {
  try {
    return { done: work() }
  } catch (error) {
    const { code, details } = error as AppError
    return { code, fields: Object.keys(details.fields ?? {}) }
  }
}

describe('R-A1 planning a month', () => {
  it('a day has as many whole slots as fit, and takes bookings until 17:00 the day before', () => {
    const day = dayOfPlan(plan('p', '2026-12-02'), 'centre')
    expect(day.slots.map(({ id, capacity }) => [id, capacity])).toEqual([
      ['s1', 2],
      ['s2', 2],
    ])
    expect(day.slots[1]!.to).toEqual(new Date('2026-12-02T10:00:00+08:00'))
    expect(day.cutOff).toEqual(new Date('2026-12-01T17:00:00+08:00'))
    expect([day.free, day.published]).toEqual([{ s1: 2, s2: 2 }, true])
  })

  it.each([
    ['another month', { date: '2026-11-30' }, 'day.date'],
    ['no such date', { date: '2026-12-32' }, 'day.date'],
    ['no time', { to: '09:10' }, 'day.to'],
    ['the same leader at the same time', { date: '2026-12-02', from: '10:00', to: '11:00' }, 'day.from'],
  ])('names what is wrong: %s', (_what, wrong, field) => {
    const month = withDay(december, plan('p', '2026-12-02'), NOW)
    expect(refusal(() => withDay(month, { ...plan('q', '2026-12-03'), ...wrong }, NOW))).toMatchObject({
      fields: [field],
    })
  })

  it('last month’s days come on the same weekday of the same week, on a working day; who has a day keeps it', () => {
    const last = [
      plan('first-tuesday', '2026-11-03'),
      plan('b', '2026-11-06', { leaderId: 'b' }),
      plan('first-friday', '2026-12-04', { leaderId: 'c' }),
    ]
    const month = withDay(emptyMonth('centre', '2027-01'), plan('kept', '2027-01-20', { leaderId: 'b' }), NOW)
    // The first Friday of January 2027 is New Year's Day.
    const calendar = { extraWorkdays: [], extraHolidays: ['2027-01-01'] }
    const { days } = copied(month, last, ({ id }) => `copy-${id}`, calendar, NOW)
    expect(days.map(({ id, date }) => [id, date])).toEqual([
      ['copy-first-friday', '2027-01-04'],
      ['copy-first-tuesday', '2027-01-05'],
      ['kept', '2027-01-20'],
    ])
  })

  it('the county lacks a leader without a day, a township (R-A10) a working day without a leader on duty', () => {
    const month = withDay(december, plan('p', '2026-12-02'), NOW)
    expect(lacking(month, hosts, knowledge)).toEqual(['b'])
    const township = withDay(emptyMonth('liulin', '2026-12'), plan('p', '2026-12-02'), NOW)
    const dates = lacking(township, hosts, knowledge)
    expect([dates[0], dates.length]).toEqual(['2026-12-01', 22])
    expect(dates).not.toContain('2026-12-02')
    expect(dates).not.toContain('2026-12-05')
  })

  it('is not published with a gap unless the reason is published with it', () => {
    const month = withDay(december, plan('p', '2026-12-02'), NOW)
    expect(refusal(() => publishedMonth(month, [], ['b'], 'o', NOW))).toMatchObject({ fields: ['gaps'] })
    const published = publishedMonth(month, [{ of: 'b', reason: '出国考察' }], ['b'], 'o', NOW)
    expect(published).toMatchObject({ published: { gaps: [{ of: 'b' }] }, opening: ['p'], wakeAt: NOW })
    expect(opened(published)).not.toHaveProperty('wakeAt')
    expect(refusal(() => publishedMonth(december, [], [], 'o', NOW))).toMatchObject({ code: 'RULE_REFUSED' })
  })

  it('what has been published is changed no more, but days may be added', () => {
    const month = opened(publishedMonth(withDay(december, plan('p', '2026-12-02'), NOW), [], [], 'o', NOW))
    expect(refusal(() => withDay(month, plan('p', '2026-12-03'), NOW))).toMatchObject({
      code: 'RULE_REFUSED',
    })
    expect(refusal(() => withoutDay(month, 'p'))).toMatchObject({ code: 'RULE_REFUSED' })
    expect(withDay(month, plan('q', '2026-12-09'), NOW).opening).toEqual(['q'])
  })

  it('must be published by the end of the 25th before: due, late, published', () => {
    expect(publishBy('2026-12')).toEqual(new Date('2026-11-26T00:00:00+08:00'))
    expect(standing(december, NOW)).toBe('due')
    expect(standing(december, new Date('2026-10-30T09:00:00+08:00'))).toBe('early')
    expect(standing(december, publishBy('2026-12'))).toBe('late')
    expect(standing({ ...december, published: { at: NOW, byId: 'o', gaps: [] } }, NOW)).toBe('published')
  })
})

describe('R-A2 kept, moved, missed', () => {
  const day = receptionDay('d', '2026-11-20', { leaderId: 'a', leaderName: '甲' })
  const kept = (more: Partial<Day>) =>
    keepingOf({ ...day, ...more }, NOW).map(({ leaderId, kept: state }) => [leaderId, state])
  const change = { key: 'k', at: NOW, byId: 'o', reason: '开会' }
  const movedFrom = (date: string) => ({ ...change, what: 'moved' as const, date, from: NOW })
  const swapped = { ...change, what: 'swapped' as const, leaderId: 'b', leaderName: '乙', post: '' }

  it.each<[string, Partial<Day>, [string, string][]]>([
    ['the desk opened it', { openedAt: NOW }, [['a', 'kept']]],
    ['it is over and nobody opened it', {}, [['a', 'missed']]],
    [
      'put off within its month and held',
      { openedAt: NOW, changes: [movedFrom('2026-11-02')] },
      [['a', 'kept']],
    ],
    ['put off into another month', { openedAt: NOW, changes: [movedFrom('2026-10-30')] }, [['a', 'moved']]],
    [
      'another leader took it and held it',
      { openedAt: NOW, changes: [swapped] },
      [
        ['b', 'moved'],
        ['a', 'kept'],
      ],
    ],
  ])('%s', (_what, more, expected) => expect(kept(more)).toEqual(expected))

  it('is open until two hours after its end', () => {
    const ahead = receptionDay('d', '2026-11-24')
    expect(keepingOf(ahead, new Date('2026-11-24T11:59:00+08:00'))[0]!.kept).toBe('ahead')
    expect(keepingOf(ahead, new Date('2026-11-24T12:00:00+08:00'))[0]!.kept).toBe('missed')
  })
})
