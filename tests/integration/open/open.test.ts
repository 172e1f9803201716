import { inStatus, newCitizen, submitted } from '../../factories/matters'
import { inputs } from '../../factories/matters'
import { startCounty, type County } from '../harness'

/** R-G1: without login, and nothing personal. */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

describe('open.directory', () => {
  it('R-G1 lists places, categories, units and leaders to somebody who is not signed in', async () => {
    const directory = await county.as(null).ok('open.directory', {})
    expect(directory.county).toEqual({ code: 'LH', name: '临河县', phone: '12345' })
    expect(directory.townships).toEqual([
      { id: 'liulin', name: '柳林乡', villages: [{ id: 'liulin-v1', name: '柳林村' }] },
      { id: 'gaoshan', name: '高山镇', villages: [] },
    ])
    expect(directory.leaders).toEqual([
      { id: 'leader-1', name: '林若平', post: '县长' },
      { id: 'leader-2', name: '韩卓', post: '常务副县长' },
    ])
    expect(JSON.stringify(directory)).not.toMatch(/headPersonId|keywords|head-water/)
  })
})

describe('open.schedule', () => {
  it('R-A2 shows the published days from today on with the seats left, and nobody’s name', async () => {
    const person = newCitizen()
    await county.as(person).ok('reception.book', { dayId: 'd1', slotId: 's1', topic: '供水' })
    const { days } = await county.as(null).ok('open.schedule', {})
    expect(days.map(({ id, open }) => [id, open])).toEqual([
      ['closed', false],
      ['d1', true],
      ['d2', true],
    ])
    expect(days[1]).toMatchObject({ units: ['县水务局'], date: '2026-11-26' })
    expect(days[1]!.slots.map(({ free, capacity }) => [free, capacity])).toEqual([
      [0, 1],
      [1, 1],
      [1, 1],
    ])
    expect(JSON.stringify(days)).not.toContain(person)
  })
})

describe('open.recent', () => {
  it('R-G1 counts the month, and shows what was closed by category and place, never words', async () => {
    for (let n = 0; n < 5; n++) await inStatus(county, 'closed')
    const secret = await submitted(county, { confidential: true })
    await county
      .as('operator-1')
      .ok('ticket.answer', { ticketId: secret.id, words: '已经核实处理，谢谢您。' })
    await county.as(secret.reporter).ok('ticket.rate', { ticketId: secret.id, ...inputs.satisfied })
    const recent = await county.as(null).ok('open.recent', {})
    expect(recent.closedThisMonth).toBe(6)
    expect(recent.satisfaction).toBe(1)
    expect(recent.items).toHaveLength(5)
    expect(recent.items[0]).toEqual({
      category: '供水',
      place: '柳林乡柳林村',
      unit: '县水务局',
      closedAt: new Date('2026-11-24T00:00:00+08:00').getTime(),
    })
  })
})
