import { inputs, inStatus, newCitizen, submission, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const MINUTE = 60_000

describe('ticket.mine', () => {
  it('shows a person’s own tickets by tab, newest first, page by page', async () => {
    const person = newCitizen()
    const ids: string[] = []
    for (let n = 0; n < 10; n++) {
      ids.push((await submitted(county, { words: `第 ${n} 件：柳林村又停水了，请来修水管。` }, person)).id)
      county.cloud.clock.advance(11 * MINUTE)
    }
    county.cloud.clock.advance(24 * 60 * MINUTE)
    for (let n = 10; n < 20; n++) {
      ids.push((await submitted(county, {}, person)).id)
      county.cloud.clock.advance(11 * MINUTE)
    }
    county.cloud.clock.advance(24 * 60 * MINUTE)
    for (let n = 20; n < 23; n++) ids.push((await submitted(county, {}, person)).id)
    const first = await county.as(person).ok('ticket.mine', { tab: 'open' })
    expect(first.items).toHaveLength(20)
    const second = await county.as(person).ok('ticket.mine', { tab: 'open', cursor: first.next! })
    expect(second.next).toBeUndefined()
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.reverse())
    expect((await county.as(newCitizen()).ok('ticket.mine', { tab: 'open' })).items).toEqual([])
  })

  it.each([
    ['toRate', 'awaitingRating'],
    ['closed', 'closed'],
    ['closed', 'notAccepted'],
    ['open', 'handling'],
    ['open', 'awaitingReporter'],
  ] as const)('%s has what is %s', async (tab, status) => {
    const { id, reporter } = await inStatus(county, status)
    for (const other of ['open', 'toRate', 'closed'] as const) {
      const { items } = await county.as(reporter).ok('ticket.mine', { tab: other })
      expect(items.map((item) => item.id)).toEqual(other === tab ? [id] : [])
    }
    const [item] = (await county.as(reporter).ok('ticket.mine', { tab })).items
    expect(item).toMatchObject({ waitsForMe: status === 'awaitingRating' || status === 'awaitingReporter' })
  })
})

describe('ticket.queue', () => {
  it('todo is what waits for me, most pressing first; all is everything I may see, newest first', async () => {
    const fresh = await startCounty()
    try {
      const slow = await submitted(fresh)
      fresh.cloud.clock.advance(MINUTE)
      const later = await submitted(fresh)
      const done = await inStatus(fresh, 'closed')
      const atUnit = await inStatus(fresh, 'handling')
      const queue = (person: string, view: 'todo' | 'all' | 'late') =>
        fresh.as(person).ok('ticket.queue', { view })
      const todo = await queue('operator-1', 'todo')
      expect(todo.items.map(({ id }) => id)).toEqual([slow.id, later.id])
      expect(todo.total).toBe(2)
      const all = await queue('operator-1', 'all')
      expect(all.items.map(({ id }) => id).sort()).toEqual([slow.id, later.id, done.id, atUnit.id].sort())
      expect(all.total).toBe(4)
      expect((await queue('handler-water', 'todo')).items.map(({ id }) => id)).toEqual([atUnit.id])
      expect((await queue('handler-water', 'all')).total).toBe(2)
      expect((await queue('handler-urban', 'all')).items).toEqual([])
      const closed = await fresh.as('operator-1').ok('ticket.queue', { view: 'all', status: 'closed' })
      expect(closed.items.map(({ id }) => id)).toEqual([done.id])

      expect((await queue('handler-water', 'late')).items).toEqual([])
      fresh.cloud.clock.advance(30 * 24 * 60 * MINUTE)
      const late = await queue('handler-water', 'late')
      expect(late.items.map(({ id, due }) => [id, due?.state])).toEqual([[atUnit.id, 'late']])
      expect(late.total).toBe(1)
    } finally {
      await fresh.close()
    }
  })

  it('leaves the words, the events and the reporter in the database', async () => {
    await submitted(county, { contact: { name: '赵小燕', phone: '13900002222' } })
    const { items } = await county.as('operator-1').ok('ticket.queue', { view: 'all' })
    expect(Object.keys(items[0]!).sort()).toEqual(
      [
        'confidential',
        'createdAt',
        'due',
        'holder',
        'id',
        'major',
        'number',
        'place',
        'round',
        'status',
        'title',
        'urgent',
        'waitsForMe',
      ].sort(),
    )
    expect(JSON.stringify(items)).not.toMatch(/赵|1390000|村口第三家/)
  })

  it.each(['somebody-else', 'agent-1', 'admin-1'])('is not for %s', async (person) => {
    expect(await county.as(person).refused('ticket.queue', { view: 'all' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('a reply never gets larger than a weak network can carry', async () => {
    const { id } = await inStatus(county, 'handling')
    for (let n = 0; n < 40; n++) {
      await county.as('handler-water').ok('ticket.note', {
        ticketId: id,
        words: `第 ${n} 次进展。${'查'.repeat(900)}`,
        photos: [],
        open: true,
      })
    }
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId: id })
    expect(Buffer.byteLength(JSON.stringify(ticket))).toBeLessThan(64 * 1024)
    expect(ticket.timeline[ticket.timeline.length - 1]?.words).toContain('第 39 次进展')
  })
})

it('R-D7 an urgent matter is told at once, advised, and sent out by the system after five minutes', async () => {
  const fresh = await startCounty()
  try {
    const person = newCitizen()
    const urgent = submission({ words: '柳林村路口燃气泄漏味道很大，还停水了，请马上来人。' })
    const { ticketId, advice } = await fresh.as(person).ok('ticket.submit', urgent)
    expect(advice).toContain('119')
    expect(fresh.documents('inbox', { ticketId, personId: 'operator-1' }).length).toBeGreaterThan(0)
    await fresh.advance(5 * MINUTE + 1000)
    expect(fresh.document('tickets', ticketId)).toMatchObject({ status: 'dispatched', urgent: true })
    expect(fresh.document('tickets', ticketId).events.map(({ type }) => type)).toContain(
      'clock.urgentDispatch',
    )
  } finally {
    await fresh.close()
  }
})

it('R-T7 a question nobody answers goes back by itself after five working days', async () => {
  const { id } = await inStatus(county, 'awaitingReporter')
  await county.advance(8 * 24 * 60 * MINUTE)
  expect(county.document('tickets', id).status).toBe('submitted')
  await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
})
