import type { Notice } from '@core/notices'
import type { Join } from '@core/ticket/public-matter'
import { inputs, newCitizen, submitted, type Matter } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

/** R-T3 through the real SDK and database. */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const words = '柳林村二组停水三天了，做饭洗衣都没有水，请派人来修水管。'
const place = { townshipId: 'liulin', villageId: 'liulin-v1' }
const look = async (person = newCitizen(), more = {}) =>
  (await county.as(person).ok('ticket.nearby', { words, place, ...more })).items
const mark = (ticketId: string, name: 'publicMatter' | 'confidential', on = true) =>
  county.as('operator-1').ok('ticket.mark', { ticketId, mark: name, on })
const newsOf = (personId: string) =>
  county.documents<Notice>('inbox', { personId }).map(({ title, ticketId }) => [title, ticketId])

let matter: Matter
it('R-T3 R-P5 shows category, village and people of public matters; never words, nor what is not public', async () => {
  matter = await submitted(county, { words })
  const others = [
    await submitted(county, { words }),
    await submitted(county, { words, confidential: true }),
    await submitted(county, { words, kind: 'report' }),
    await submitted(county, { words, kind: 'complaint', accusedUnitIds: ['water'] }),
  ]
  expect(await look()).toEqual([])
  await mark(matter.id, 'publicMatter')
  for (const { id } of others.slice(1)) {
    const refused = await county
      .as('operator-1')
      .refused('ticket.mark', { ticketId: id, mark: 'publicMatter', on: true })
    expect(refused.message).toContain('不能标为公共事项')
  }
  await county.as('operator-1').ok('ticket.merge', { ticketId: others[0]!.id, mainTicketId: matter.id })
  expect(await look()).toEqual([
    {
      id: matter.id,
      category: '供水',
      place: '柳林乡柳林村',
      people: 2,
      since: expect.any(Number),
      joined: false,
    },
  ])
  expect(await look(newCitizen(), { kind: 'report' })).toEqual([])
  expect(await look(newCitizen(), { place: { townshipId: 'gaoshan' } })).toEqual([])
  // Their own is no news to them.
  expect(await look(matter.reporter)).toEqual([])
  expect(await look(others[0]!.reporter)).toEqual([])
})

it('R-T3 “me too” counts once however often it is pressed, and can be taken back', async () => {
  const [person, other] = [newCitizen(), newCitizen()]
  const press = (on: boolean, who = person) => county.as(who).ok('ticket.join', { ticketId: matter.id, on })
  await Promise.all([press(true), press(true), press(true, other)])
  expect(county.documents<Join>('joins', {})).toHaveLength(2)
  expect(await look(person)).toMatchObject([{ people: 4, joined: true }])
  const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId: matter.id })
  expect(ticket.reporter?.others).toBe(3)
  await Promise.all([press(false), press(false)])
  expect(await look(person)).toMatchObject([{ people: 3, joined: false }])
  await press(true)
  expect(await look(person)).toMatchObject([{ people: 4, joined: true }])
})

it('R-T3 R-P6 joiners hear how it goes and read nothing of the ticket; what is not public cannot be joined', async () => {
  const person = newCitizen()
  await county.as(person).ok('ticket.join', { ticketId: matter.id, on: true })
  await county.as('operator-1').ok('ticket.dispatch', { ticketId: matter.id, ...inputs.dispatch })
  expect(await newsOf(person)).toEqual([['已交承办单位', undefined]])
  const hidden = await county.as(person).refused('ticket.get', { ticketId: matter.id })
  expect(hidden.code).toBe('NOT_FOUND')

  const closed = await submitted(county, { words })
  const refusals = [
    await county.as(person).refused('ticket.join', { ticketId: closed.id, on: true }),
    await county.as(person).refused('ticket.join', { ticketId: 'none', on: true }),
  ]
  expect(refusals.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  const own = await county.as(matter.reporter).refused('ticket.join', { ticketId: matter.id, on: true })
  expect(own.message).toContain('就是您反映的')
})

it('R-T3 R-T9 a matter with joiners stays the main one; made confidential nobody hears of it any more (R-P5)', async () => {
  const main = await submitted(county, { words: '柳林村小学门口的垃圾堆了一周，请清运。' })
  const refused = await county
    .as('operator-1')
    .refused('ticket.merge', { ticketId: matter.id, mainTicketId: main.id })
  expect(refused.message).toContain('请把它作为主件')

  await mark(main.id, 'publicMatter')
  const person = newCitizen()
  await county.as(person).ok('ticket.join', { ticketId: main.id, on: true })
  await mark(main.id, 'confidential')
  expect(await look(newCitizen(), { words: '柳林村小学门口的垃圾堆了一周，请清运。' })).toEqual([])
  const summary = '某村环境卫生问题，请核查清运。'
  const given = { ...inputs.dispatch, categoryId: 'rubbish', leadUnitId: 'urban', summary }
  await county.as('operator-1').ok('ticket.dispatch', { ticketId: main.id, ...given })
  expect(await newsOf(person)).toEqual([])
})

it('R-T3 looking costs at most four requests, whatever there is', async () => {
  const requestId = newRequestId()
  const person = newCitizen()
  await look(person)
  await county.as(person).ok('ticket.nearby', { words, place }, requestId)
  expect((await county.logOf(requestId)).database).toBeLessThanOrEqual(4)
})
