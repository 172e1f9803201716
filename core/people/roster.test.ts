import { county } from '../ticket/testing/county'
import { people } from '../ticket/testing/people'
import { mayPlan, onDuty, rosterDays, shiftAt, withShift, type Roster } from './roster'

const at = (time: string) => new Date(`${time}:00+08:00`)
const empty: Roster = { _id: 'water', version: 0, duty: {} }
const plan = (of: Roster, day: string, shift: 'day' | 'night', personIds: string[]) =>
  withShift(of, { day, shift, personIds }, at('2026-11-24T09:00'))

describe('the duty roster (R-H6)', () => {
  it('R-H6 a night belongs to the day on which it began', () => {
    expect(shiftAt(at('2026-11-24T08:00'))).toEqual({ day: '2026-11-24', shift: 'day' })
    expect(shiftAt(at('2026-11-24T19:59'))).toEqual({ day: '2026-11-24', shift: 'day' })
    expect(shiftAt(at('2026-11-24T20:00'))).toEqual({ day: '2026-11-24', shift: 'night' })
    expect(shiftAt(at('2026-11-25T07:59'))).toEqual({ day: '2026-11-24', shift: 'night' })
  })

  it('R-H6 tells who is on duty at a moment; a shift that is not filled has nobody', () => {
    const roster = plan(plan(empty, '2026-11-24', 'day', ['a']), '2026-11-24', 'night', ['b', 'c'])
    expect(onDuty(roster, at('2026-11-24T10:00'))).toEqual(['a'])
    expect(onDuty(roster, at('2026-11-25T03:00'))).toEqual(['b', 'c'])
    expect(onDuty(roster, at('2026-11-25T09:00'))).toEqual([])
    expect(onDuty(undefined, at('2026-11-24T10:00'))).toEqual([])
  })

  it('empties a shift, forgets days long gone, and shows two weeks', () => {
    const old: Roster = { ...empty, duty: { '2026-09-01': { day: ['a'] }, '2026-11-23': { day: ['a'] } } }
    const roster = plan(old, '2026-11-25', 'day', ['b'])
    expect(Object.keys(roster.duty)).toEqual(['2026-11-23', '2026-11-25'])
    expect(plan(roster, '2026-11-25', 'day', []).duty).not.toHaveProperty('2026-11-25')
    const days = rosterDays(at('2026-11-25T02:00'))
    expect([days[0], days.length]).toEqual(['2026-11-25', 14])
  })

  it('R-H6 is planned by the unit’s head, the head above and an admin', () => {
    const planners = Object.entries(people)
      .filter(([, actor]) => mayPlan('supply', actor, county))
      .map(([name]) => name)
    expect(planners.sort()).toEqual(['admin', 'supplyHead', 'waterHead'])
  })
})
