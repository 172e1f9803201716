import type { HotMatter } from '@core/ticket/hot-matter'
import type { Waiting } from '@core/ticket/waiting'
import { inputs, newCitizen, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

/** R-D6 through the real clock, SDK and database. */
const MINUTE = 60_000
/** What happened in the last minutes may still be under way. */
const SETTLED = 11 * MINUTE

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const SAID = [
  '柳林村二组停水三天了，做饭洗衣都没有水，请派人来修水管。',
  '柳林村二组又停水了，三天没有水，水管坏了请快来修。',
  '二组停水三天没人管，柳林村的水管什么时候修好？',
]
const list = async (person = 'operator-1') => (await county.as(person).ok('ticket.hotMatters', {})).items
const open = (matterId: string, person = 'operator-1') =>
  county.as(person).ok('ticket.hotMatter', { matterId })
const stored = () => county.documents<HotMatter>('hotMatters', {})

it('R-D6 R-P5 gathers what several people say, and nothing that is confidential, a tip-off or about somebody', async () => {
  const tickets = []
  for (const words of SAID) tickets.push(await submitted(county, { words }))
  await submitted(county, { words: SAID[0], confidential: true })
  await submitted(county, { words: SAID[1], kind: 'report' })
  await submitted(county, { words: SAID[2], kind: 'complaint', accusedUnitIds: ['water'] })
  await submitted(county, { words: '柳林村二组的路灯坏了，晚上看不见路。' })
  await county.advance(SETTLED)

  const [matter, ...others] = await list()
  expect(others).toEqual([])
  expect(matter).toEqual({
    id: matter!.id,
    category: '供水',
    place: '柳林乡柳林村',
    people: 3,
    thisWeek: 3,
    lastWeek: 0,
  })
  const { items, matter: detail } = await open(matter!.id)
  expect(items.map(({ id }) => id).sort()).toEqual(tickets.map(({ id }) => id).sort())
  expect(items.every(({ mayMerge }) => mayMerge)).toBe(true)
  expect(detail.tickets).toBe(3)
  // Neither names nor words are copied out of the tickets.
  const text = JSON.stringify(stored())
  for (const { reporter } of tickets) expect(text).not.toContain(reporter)
  expect(text).not.toContain('停水')
})

it('R-D6 R-P6 figures for the county, leaders and supervision; tickets only to whoever may read them', async () => {
  const { id } = (await list())[0]!
  expect(await list('leader-1')).toEqual(await list())
  expect((await open(id, 'leader-1')).items).toEqual([])
  const seen = await open(id, 'supervisor-1')
  expect(seen.items).toHaveLength(3)
  expect(seen.items.some(({ mayMerge }) => mayMerge)).toBe(false)
  expect(await list('operator-liulin')).toEqual([])
  const hidden = await county.as('operator-liulin').refused('ticket.hotMatter', { matterId: id })
  const absent = await county.as('operator-liulin').refused('ticket.hotMatter', { matterId: 'none' })
  expect(hidden).toEqual({ ...absent, requestId: hidden.requestId })
  expect(hidden.code).toBe('NOT_FOUND')
  for (const person of ['handler-water', 'head-water', 'citizen-1', 'admin-1', 'agent-1'])
    expect((await county.as(person).refused('ticket.hotMatters', {})).code).toBe('FORBIDDEN')
})

it('R-D6 a township’s centre counts what it has; sent up to the county it is no more its own', async () => {
  const place = { townshipId: 'gaoshan' }
  const words = '高山镇集市的垃圾堆成山，臭得开不了门，请清运垃圾。'
  const two = [await submitted(county, { words, place }), await submitted(county, { words, place })]
  for (const { id } of two)
    await county.as('operator-1').ok('ticket.sendDown', { ticketId: id, unitId: 'gaoshan' })
  await county.advance(SETTLED)
  expect(await list('operator-gaoshan')).toMatchObject([{ category: '环境卫生', place: '高山镇', people: 2 }])
  expect(await list()).toHaveLength(2)

  await county
    .as('operator-gaoshan')
    .ok('ticket.sendUp', { ticketId: two[0]!.id, words: '镇里没有清运车，请县里安排。' })
  await county.advance(SETTLED)
  expect(await list('operator-gaoshan')).toEqual([])
  expect(await list()).toHaveLength(2)
})

it('R-D6 R-P5 follows the tickets: merged they stay, confidential or withdrawn they leave', async () => {
  const { id } = (await list()).find(({ category }) => category === '供水')!
  const { items } = await open(id)
  const [first, second, third] = items as [(typeof items)[0], (typeof items)[0], (typeof items)[0]]
  await county.as('operator-1').ok('ticket.merge', { ticketId: first.id, mainTicketId: second.id })
  await county.as('operator-1').ok('ticket.mark', { ticketId: third.id, mark: 'confidential', on: true })
  // At once, before the clock has come by.
  expect((await open(id)).items.map((ticket) => ticket.id)).toEqual([first.id, second.id])
  await county.advance(SETTLED)
  expect((await open(id)).matter).toMatchObject({ people: 2, tickets: 2 })

  // Late, and a second time from the very beginning: the same.
  const before = stored()
  county.cloud.store.update('jobs', { _id: 'hotMatters' }, { $set: { upTo: '' } }, { multi: false })
  await county.advance(MINUTE)
  expect(stored()).toEqual(before)

  const reporter = county.document('tickets', first.id).reporter!.personId
  const own = await submitted(county, { words: SAID[0] }, newCitizen())
  await county.as(own.reporter).ok('ticket.withdraw', { ticketId: own.id, words: '已经来水了' })
  await submitted(county, { words: SAID[1] }, reporter)
  await county.advance(SETTLED)
  expect((await open(id)).matter).toMatchObject({ people: 2, tickets: 3 })
})

it('R-D6 what is closed still counts, and a later one joins it', async () => {
  const words = '柳林村小学门口垃圾堆了一周，孩子进出都捂着鼻子。'
  const done = await submitted(county, { words })
  await county.as('operator-1').ok('ticket.answer', { ticketId: done.id, words: '已安排清运，今天下午到。' })
  await county.as(done.reporter).ok('ticket.rate', { ticketId: done.id, ...inputs.satisfied })
  await submitted(county, { words })
  await county.advance(SETTLED)
  const found = (await list()).find(
    ({ place, category }) => place === '柳林乡柳林村' && category === '环境卫生',
  )
  expect(found).toMatchObject({ people: 2, thisWeek: 2 })
})

it('R-D6 R-T3 whoever said “me too” counts, once with the reporters, and no more once it is taken back', async () => {
  const words = '高山镇街上的自来水停了三天，做饭洗衣都没有水，请派人来修水管。'
  const matter = await submitted(county, { words, place: { townshipId: 'gaoshan' } })
  await county.as('operator-1').ok('ticket.mark', { ticketId: matter.id, mark: 'publicMatter', on: true })
  const found = async () =>
    (await list()).find(({ place, category }) => place === '高山镇' && category === '供水')
  await county.advance(SETTLED)
  expect(await found()).toBeUndefined()

  const [first, second] = [newCitizen(), newCitizen()]
  const join = (person: string, on = true) => county.as(person).ok('ticket.join', { ticketId: matter.id, on })
  for (const person of [first, second]) await join(person)
  await county.advance(SETTLED)
  expect(await found()).toMatchObject({ people: 3, thisWeek: 3 })
  expect((await open((await found())!.id)).matter).toMatchObject({ tickets: 1 })
  for (const person of [first, second]) expect(JSON.stringify(stored())).not.toContain(person)
  // Filed by one who joined before, it is one more ticket of the same people.
  await submitted(county, { words, place: { townshipId: 'gaoshan' } }, first)
  await join(second, false)
  await county.advance(SETTLED)
  expect(await found()).toMatchObject({ people: 2 })
})

it('R-D3 R-D6 a ticket that always fails stops neither gathering nor learning; mended, it is taken after all', async () => {
  const words = '柳林乡卫生院门前的自来水又黄又浑，不能喝，请查一查水质。'
  const tickets: string[] = []
  const handled = async () => {
    const { id } = await submitted(county, { words, place: { townshipId: 'liulin' } })
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
    await county.as('handler-water').ok('ticket.sign', { ticketId: id })
    tickets.push(id)
  }
  for (let nth = 0; nth < 3; nth++) await handled()
  const [, spoilt] = tickets as [string, string, string]
  const { clock, events } = county.document('tickets', spoilt)
  const change = (update: object) =>
    county.cloud.store.update('tickets', { _id: spoilt }, update, { multi: false })
  change({ $set: { events: {} }, $unset: { clock: '' } })
  const people = async () => (await list()).find(({ place }) => place === '柳林乡')?.people
  const learned = () => tickets.map((id) => county.documents<{ _id: string }>('lessons', { _id: id }).length)
  const waiting = () =>
    ['hotMatters', 'routing'].map((job) => {
      const [found] = county.documents<{ _id: string; waiting?: Waiting[] }>('jobs', { _id: job })
      return (found?.waiting ?? []).map(({ id }) => id)
    })

  await county.advance(SETTLED)
  expect([await people(), learned(), waiting()]).toEqual([2, [1, 0, 1], [[spoilt], [spoilt]]])
  // Others that come later are taken as ever.
  await handled()
  await county.advance(SETTLED)
  expect([await people(), learned(), waiting()]).toEqual([3, [1, 0, 1, 1], [[spoilt], [spoilt]]])

  change({ $set: { clock, events } })
  await county.advance(40 * MINUTE)
  expect([await people(), learned(), waiting()]).toEqual([4, [1, 1, 1, 1], [[], []]])
})
