import type { Notice } from '@core/notices'
import { submission } from '../../factories/matters'
import { startCounty, type County } from '../harness'

const HOUR = 3_600_000
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const plan = (shift: 'day' | 'night', personIds: string[], who = 'head-water', day = '2026-11-24') =>
  county.as(who).call('people.setDuty', { unitId: 'water', day, shift, personIds })

/** Who of the water department was alerted of a new urgent matter, besides the proposal's other readers. */
async function alerted(n: number): Promise<string[]> {
  const { ticketId } = await county
    .as(`citizen-of-the-night-${n}`)
    .ok('ticket.submit', submission({ words: '柳林村村口塌方砸断了水管，停水了，请马上派人来！' }))
  return county
    .documents<Notice>('inbox', { ticketId, template: 'ticket.alert' })
    .map(({ personId }) => personId)
    .filter((id) => id.endsWith('-water'))
    .sort()
}

describe('R-H6 the duty roster', () => {
  it('R-H6 an urgent matter goes to who is on duty at that moment, else to the unit’s head', async () => {
    expect(await alerted(1)).toEqual(['head-water'])
    expect(await plan('day', ['handler-water'])).toMatchObject({
      ok: true,
      data: { now: { shift: 'day', people: [{ id: 'handler-water' }] }, mayPlan: true },
    })
    expect(await alerted(2)).toEqual(['handler-water'])
    await county.advance(12 * HOUR)
    expect(await alerted(3)).toEqual(['head-water'])
    await county.advance(-12 * HOUR)
  })

  it('R-P3 whoever has left is on duty no more', async () => {
    const left = { 'staff.active': false }
    county.cloud.store.update('people', { _id: 'handler-water' }, { $set: left } as never, { multi: false })
    expect(await alerted(4)).toEqual(['head-water'])
    county.cloud.store.update(
      'people',
      { _id: 'handler-water' },
      { $set: { 'staff.active': true } } as never,
      {
        multi: false,
      },
    )
  })

  it('two people plan two shifts at once: both stand', async () => {
    const both = await Promise.all([
      plan('day', ['handler-water'], 'head-water', '2026-11-25'),
      plan('night', ['head-water'], 'admin-1', '2026-11-25'),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const { days } = await county.as('handler-water').ok('people.roster', {})
    expect(days[1]).toMatchObject({
      day: '2026-11-25',
      shifts: { day: [{ id: 'handler-water' }], night: [{ id: 'head-water' }] },
    })
  })

  it('R-H6 an empty week is planned as the one before, by those who still work there; what is planned stays', async () => {
    const copy = (week: 'this' | 'next', who = 'head-water') =>
      county.as(who).call('people.copyDuty', { unitId: 'water', week })
    await plan('day', ['head-water'], 'head-water', '2026-12-01')
    const both = await Promise.all([copy('next'), copy('next', 'admin-1')])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const { days } = await county.as('handler-water').ok('people.roster', {})
    const ids = (day: string) => {
      const { shifts } = days.find((each) => each.day === day)!
      return [shifts.day, shifts.night].map((people) => people.map(({ id }) => id))
    }
    expect(ids('2026-12-01')).toEqual([['head-water'], []])
    expect(ids('2026-12-02')).toEqual([['handler-water'], ['head-water']])
    expect(await copy('next', 'handler-water')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await copy('next', 'head-urban')).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  it('bad input and wrong people: named, or as if it were not there', async () => {
    expect(await plan('day', ['handler-urban'])).toMatchObject({
      error: { fields: { personIds: expect.any(String) } },
    })
    expect(await plan('day', ['handler-water'], 'head-water', '2026-11-20')).toMatchObject({
      error: { fields: { day: expect.any(String) } },
    })
    expect(await plan('day', [], 'handler-water')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await plan('day', [], 'head-urban')).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await county.as('head-urban').refused('people.roster', { unitId: 'water' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await county.as('admin-1').refused('people.roster', { unitId: 'nowhere' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const { staff, mayPlan } = await county.as('handler-water').ok('people.roster', {})
    expect([staff, mayPlan]).toEqual([[], false])
  })
})
