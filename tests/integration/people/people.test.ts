import type { Person } from '@core/people/types'
import { inStatus, newCitizen, submission, submitted } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty({ phoneOf: () => '15412345678' })
})
afterAll(() => county.close())

describe('people.me', () => {
  it('R-P1 is who the platform says and what the staff record says', async () => {
    expect(await county.as('nobody-yet').ok('people.me', {})).toEqual({
      id: 'nobody-yet',
      role: 'citizen',
      unread: 0,
    })
    expect(await county.as('head-water').ok('people.me', {})).toEqual({
      id: 'head-water',
      role: 'unitHead',
      name: 'head-water',
      title: '工作人员',
      unitId: 'water',
      unitName: '县水务局',
      unread: 0,
    })
    expect(await county.as('left-1').ok('people.me', {})).toEqual({
      id: 'left-1',
      role: 'citizen',
      unread: 0,
    })
  })
})

describe('people.verifyPhone', () => {
  const verify = (person: string, nonce: string, requestId?: string) =>
    county.as(person).call('people.verifyPhone', { code: `phone:${person}:${nonce}` }, requestId)

  it('R-X3 keeps the number sealed, answers it masked, and shows it masked', async () => {
    const person = newCitizen()
    expect(await verify(person, 'a')).toEqual({ ok: true, data: { phone: '154****5678' } })
    expect((await county.as(person).ok('people.me', {})).phone).toBe('154****5678')
    const stored = county.document<Person>('people', person)
    expect(JSON.stringify(stored)).not.toContain('15412345678')
    expect(stored.phoneHash).toMatch(/^[0-9a-f]{32}$/)
  })

  it('a retry is answered alike, though WeChat’s code works only once; another code is another request', async () => {
    const [person, requestId] = [newCitizen(), newRequestId()]
    expect(await verify(person, 'a', requestId)).toMatchObject({ ok: true })
    expect(await verify(person, 'a', requestId)).toEqual({ ok: true, data: { phone: '154****5678' } })
    expect(await verify(person, 'b', requestId)).toMatchObject({
      ok: false,
      error: { code: 'REQUEST_REUSED' },
    })
  })

  it('a used code and another person’s code are refused in words, and nothing is kept', async () => {
    const [person, other] = [newCitizen(), newCitizen()]
    await verify(other, 'a')
    const before = county.dump()
    for (const code of [`phone:${other}:a`, `phone:${other}:fresh`, 'made-up']) {
      expect(await county.as(person).refused('people.verifyPhone', { code })).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { code: '验证已失效，请重新点一次' },
      })
    }
    expect(county.dump()).toBe(before)
  })

  it('a verified number stands in where a submission names none: somebody has to call back', async () => {
    const person = newCitizen()
    await verify(person, 'a')
    const { ticketId } = await county.as(person).ok('ticket.submit', submission())
    const seen = await county.as('operator-1').ok('ticket.unmask', { ticketId, purpose: 'callback' })
    expect(seen.phone).toBe('15412345678')
  })
})

describe('people.inbox', () => {
  it('R-N1 tells a person every step, newest first, and reading marks it read', async () => {
    const { reporter } = await inStatus(county, 'awaitingRating')
    const unread = async () => (await county.as(reporter).ok('people.me', {})).unread
    expect(await unread()).toBe(5)
    const { items } = await county.as(reporter).ok('people.inbox', {})
    expect(items.map(({ title }) => title)).toContain('已经收到')
    expect(items.map(({ title }) => title)).toContain('请您评价')
    expect(items.every(({ read }) => !read)).toBe(true)
    expect(await unread()).toBe(0)
    expect((await county.as(reporter).ok('people.inbox', {})).items.every(({ read }) => read)).toBe(true)
  })

  it('comes page by page, and is nobody else’s', async () => {
    const person = newCitizen()
    for (let n = 0; n < 23; n++) {
      const id = `notice-${person}-${n}`
      county.cloud.store.import('inbox', [
        {
          _id: id,
          version: 1,
          sortKey: `${1795480000000 + n}-${id}`,
          personId: person,
          at: new Date(1795480000000 + n),
          title: `第 ${n} 条`,
          words: '话',
        },
      ] as never)
    }
    const first = await county.as(person).ok('people.inbox', {})
    const second = await county.as(person).ok('people.inbox', { cursor: first.next! })
    expect(first.items.map(({ title }) => title).slice(0, 2)).toEqual(['第 22 条', '第 21 条'])
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 3, undefined])
    expect((await county.as(newCitizen()).ok('people.inbox', {})).items).toEqual([])
  })

  it('R-P5 notices carry the number and what is next, never the words', async () => {
    const { reporter, id } = await submitted(county, { words: '柳林村的水管又坏了，老王家也停水了。' })
    const notices = county.documents<object>('inbox', { ticketId: id })
    expect(notices.length).toBeGreaterThan(0)
    expect(JSON.stringify(notices)).not.toContain('老王')
    expect(reporter).toBeTruthy()
  })
})
