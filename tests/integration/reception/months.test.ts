import type { Day, Month } from '@core/reception'
import { plannedDay } from '../../factories/reception'
import { CloudError } from '../../../localcloud/protocol/errors'
import { newCitizen } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'
import { MINUTE } from './days'

type Fault = (body: Record<string, unknown>) => CloudError | 'drop-reply' | undefined
let fault: Fault | undefined
let county: County
beforeAll(async () => {
  county = await startCounty({ faults: { database: (body) => fault?.(body) } })
})
afterAll(() => county.close())
afterEach(() => {
  fault = undefined
})

/** The county's other leader is away in each of these months, and people are told why. */
const AWAY = [{ of: 'leader-2', reason: '在外挂职' }]
const operator = () => county.as('operator-1')
const monthOf = async (month: string) => (await operator().ok('reception.month', { month })).month
const plan = (month: string, version: number, date: string, more = {}) =>
  operator().ok('reception.planDay', { month, version, day: plannedDay({ date, ...more }) })

describe('a month of receptions', () => {
  it('R-A1 is planned, published with its gaps, and then everybody sees its days and may book', async () => {
    const month = '2027-01'
    expect(await monthOf(month)).toMatchObject({
      version: 0,
      days: [],
      gaps: [
        { of: 'leader-1', name: '林若平' },
        { of: 'leader-2', name: '韩卓' },
      ],
    })
    const planned = await plan(month, 0, '2027-01-06')
    expect(planned.month).toMatchObject({
      version: 1,
      gaps: [{ of: 'leader-2' }],
      days: [{ leaderName: '林若平' }],
    })
    const dayId = planned.month.days[0]!.id
    expect(county.documents('days', { _id: dayId })).toEqual([])

    const published = await operator().ok('reception.publishMonth', { month, version: 1, gaps: AWAY })
    expect(published.month).toMatchObject({
      state: 'published',
      days: [{ open: { dayId, booked: 0, capacity: 3, state: 'ahead' } }],
    })
    const shown = await county.as(null).ok('open.schedule', {})
    expect(shown.days.map(({ id }) => id)).toContain(dayId)
    await county.as(newCitizen()).ok('reception.book', { dayId, slotId: 's1', topic: '供水' })
    expect((await monthOf(month)).days[0]!.open).toMatchObject({ booked: 1 })

    // A day added later is published at once; one that people know of changes only by R-A6.
    const added = await plan(month, published.month.version, '2027-01-13')
    expect(county.document<Day>('days', added.month.days[1]!.id).published).toBe(true)
    const version = added.month.version
    expect(await operator().refused('reception.dropDay', { month, version, dayId })).toMatchObject({
      message: '已公布的接待日只能换人或改期',
    })
  })

  it('R-A1 a leader without a day blocks it unless the reason is published too', async () => {
    const month = '2027-02'
    const { month: planned } = await operator().ok('reception.planDay', {
      month,
      version: 0,
      day: plannedDay({
        kind: 'legalAid',
        leaderId: undefined,
        host: { name: '宋律师', post: '县法律援助中心' },
        date: '2027-02-03',
      }),
    })
    const publish = (gaps: { of: string; reason: string }[]) =>
      operator().call('reception.publishMonth', { month, version: planned.version, gaps })
    expect(await publish([])).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { gaps: expect.stringContaining('2 处空缺') } },
    })
    expect(await publish([{ of: 'leader-1', reason: '在省委党校学习' }, ...AWAY])).toMatchObject({ ok: true })
    expect((await monthOf(month)).gaps).toEqual([
      { of: 'leader-1', name: '林若平', reason: '在省委党校学习' },
      { name: '韩卓', ...AWAY[0] },
    ])
  })

  it('R-A1 two operators at once: one wins, the other is told and has lost nothing of anybody’s', async () => {
    const month = '2027-03'
    const answers = await Promise.all(
      ['operator-1', 'operator-2'].map((id, index) =>
        county.as(id).call('reception.planDay', {
          month,
          version: 0,
          day: plannedDay({ date: `2027-03-0${index + 2}` }),
        }),
      ),
    )
    const lost = answers.find(({ ok }) => !ok)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(lost).toMatchObject({ error: { code: 'CONFLICT', message: expect.stringContaining('没有保存') } })
    expect((await monthOf(month)).days).toHaveLength(1)
  })

  it('R-A1 copies last month; the same request twice is one change', async () => {
    const requestId = newRequestId()
    const input = { month: '2027-04', version: 0 }
    const [first, again] = [
      await operator().ok('reception.copyMonth', input, requestId),
      await operator().ok('reception.copyMonth', input, requestId),
    ]
    expect(again.month.version).toBe(first.month.version)
    expect(first.month.days).toMatchObject([{ leaderName: '林若平' }])
    expect(await operator().refused('reception.copyMonth', { month: '2030-01', version: 0 })).toMatchObject({
      message: '上个月没有接待安排可以照搬',
    })
  })

  it('R-A1 publishing that breaks half way is finished by the clock, each day once', async () => {
    const month = '2027-05'
    await plan(month, 0, '2027-05-06')
    await plan(month, 1, '2027-05-12')
    let inserts = 0
    fault = (body) =>
      body.action === 'database.insertDocument' && body.collectionName === 'days' && ++inserts === 2
        ? new CloudError('SYS_ERR', 'the database is away')
        : undefined
    expect((await operator().call('reception.publishMonth', { month, version: 2, gaps: AWAY })).ok).toBe(
      false,
    )
    fault = undefined
    await county.advance(2 * MINUTE)
    const stored = county.document<Month>('months', `centre.${month}`)
    expect(stored).not.toHaveProperty('wakeAt')
    expect(stored.days.map(({ id }) => county.document<Day>('days', id).date)).toEqual([
      '2027-05-06',
      '2027-05-12',
    ])
  })

  it.each([
    ['a leader the county does not have', { leaderId: 'leader-9' }, 'day.leaderId'],
    ['nobody for mediation', { kind: 'mediation' as const }, 'day.host'],
    ['a unit that is not there', { unitIds: ['nowhere'] }, 'day.unitIds'],
    ['a past day', { date: '2027-06-31' }, 'day.date'],
  ])('names %s', async (_what, wrong, field) => {
    const input = { month: '2027-06', version: 0, day: plannedDay({ date: '2027-06-02', ...wrong }) }
    const { code, fields } = await operator().refused('reception.planDay', input)
    expect([code, Object.keys(fields ?? {})]).toEqual(['INVALID_INPUT', [field]])
  })
})
