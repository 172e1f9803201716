import type { Notice } from '@core/notices'
import type { Join } from '@core/ticket/me-too'
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

it('R-P5 made confidential nobody hears of it any more', async () => {
  const main = await submitted(county, { words: '柳林村小学门口的垃圾堆了一周，请清运。' })
  await mark(main.id, 'publicMatter')
  const person = newCitizen()
  await county.as(person).ok('ticket.join', { ticketId: main.id, on: true })
  expect((await county.as(person).ok('ticket.joins', {})).items).toHaveLength(1)
  await mark(main.id, 'confidential')
  expect(await look(newCitizen(), { words: '柳林村小学门口的垃圾堆了一周，请清运。' })).toEqual([])
  const summary = '某村环境卫生问题，请核查清运。'
  const given = { ...inputs.dispatch, categoryId: 'rubbish', leadUnitId: 'urban', summary }
  await county.as('operator-1').ok('ticket.dispatch', { ticketId: main.id, ...given })
  expect(await newsOf(person)).toEqual([])
  expect((await county.as(person).ok('ticket.joins', {})).items).toEqual([])
})

it('R-T3 looking costs at most four requests, whatever there is', async () => {
  const requestId = newRequestId()
  const person = newCitizen()
  await look(person)
  await county.as(person).ok('ticket.nearby', { words, place }, requestId)
  expect((await county.logOf(requestId)).database).toBeLessThanOrEqual(4)
})

/** From the list of what somebody joined to their rating. */
const operator = () => county.as('operator-1')
const said = { solved: 'solved', result: 'satisfied', reasons: [] } as const
const joinsOf = async (person: string) => (await county.as(person).ok('ticket.joins', {})).items
const join = (person: string, { id }: Matter, on = true) =>
  county.as(person).raw('ticket.join', { ticketId: id, on })
const rate = (person: string, { id }: Matter, more = {}) =>
  county.as(person).raw('ticket.rateJoin', { ticketId: id, ...said, ...more })
const titlesFor = (personId: string) => newsOf(personId).map(([title]) => title)
const codeOf = (answer: Awaited<ReturnType<typeof rate>>) => (answer.ok ? 'OK' : answer.error.code)

async function publicMatter(): Promise<Matter> {
  const matter = await submitted(county, { words })
  await operator().ok('ticket.mark', { ticketId: matter.id, mark: 'publicMatter', on: true })
  return matter
}
const close = async (matter: Matter) => {
  await operator().ok('ticket.answer', { ticketId: matter.id, words: '水管已经抢修好，今天上午恢复供水。' })
  await county.as(matter.reporter).ok('ticket.rate', { ticketId: matter.id, ...inputs.satisfied })
}
const merge = (part: Matter, main: Matter) =>
  operator().raw('ticket.merge', { ticketId: part.id, mainTicketId: main.id })

it('R-T3 R-T9 they see where it stands, are asked when it is closed and rate once; it decides nothing and is in no figure', async () => {
  const matter = await publicMatter()
  const [person, other, stranger] = [newCitizen(), newCitizen(), newCitizen()]
  for (const one of [person, other]) await join(one, matter)
  const requestId = newRequestId()
  const list = await county.as(person).ok('ticket.joins', {}, requestId)
  expect((await county.logOf(requestId)).database).toBeLessThanOrEqual(4)
  const shown = {
    id: matter.id,
    number: county.document('tickets', matter.id).number,
    category: '供水',
    place: '柳林乡柳林村',
    status: 'submitted',
    since: expect.any(Number),
    toRate: false,
  }
  expect(list).toEqual({ items: [shown] })
  expect(codeOf(await rate(person, matter))).toBe('RULE_REFUSED')

  await close(matter)
  expect(titlesFor(person).sort()).toEqual(['中心已答复', '已办结'])
  const [done] = await joinsOf(person)
  expect(done).toMatchObject({ status: 'closed', toRate: true })
  const before = JSON.stringify(county.document('tickets', matter.id))
  const twice = await Promise.all([rate(person, matter), rate(person, matter, { solved: 'partly' })])
  expect(twice.map(codeOf).sort()).toEqual(['OK', 'RULE_REFUSED'])
  expect(codeOf(await rate(other, matter, { result: 'dissatisfied' }))).toBe('INVALID_INPUT')
  expect(codeOf(await rate(other, matter, { result: 'dissatisfied', reasons: ['notSolved'] }))).toBe('OK')
  expect(codeOf(await rate(stranger, matter))).toBe('NOT_FOUND')
  expect(await joinsOf(person)).toMatchObject([{ toRate: false, rated: 'satisfied' }])
  // Not the ticket's: no judgement (E18), no rating of the round, nobody named.
  expect(JSON.stringify(county.document('tickets', matter.id))).toBe(before)
  const { ticket } = await operator().ok('ticket.get', { ticketId: matter.id })
  expect(ticket.joinerRatings).toEqual({ satisfied: 1, dissatisfied: 1 })
  expect(ticket.ratings).toHaveLength(1)
  const own = await county.as(matter.reporter).ok('ticket.get', { ticketId: matter.id })
  expect(own.ticket).not.toHaveProperty('joinerRatings')
})

it('R-T9 merged, the joiners of both go with the main one, once each: in the count, the news, the list and the rating', async () => {
  const [main, part] = [await publicMatter(), await publicMatter()]
  const [ofMain, ofPart, ofBoth] = [newCitizen(), newCitizen(), newCitizen()]
  for (const one of [ofMain, ofBoth]) await join(one, main)
  for (const one of [ofPart, ofBoth, main.reporter]) await join(one, part)
  expect(codeOf((await merge(part, main)) as never)).toBe('OK')

  const others = async () =>
    (await operator().ok('ticket.get', { ticketId: main.id })).ticket.reporter?.others
  // The reporter of the part, and three who joined; the reporter of the main one, who joined the part, is none of them.
  expect(await others()).toBe(4)
  for (const one of [ofMain, ofPart, ofBoth])
    expect(await joinsOf(one)).toMatchObject([
      { status: 'submitted', number: county.document('tickets', main.id).number },
    ])
  expect((await look()).find(({ id }) => id === main.id)?.people).toBe(5)

  // Taken back of the matter, it is taken back of both.
  await join(ofBoth, main, false)
  expect([await joinsOf(ofBoth), await others()]).toEqual([[], 3])
  expect(codeOf((await join(ofBoth, main)) as never)).toBe('OK')

  await operator().ok('ticket.answer', { ticketId: main.id, words: '水管已经抢修好，今天上午恢复供水。' })
  for (const { reporter } of [main, part])
    await county.as(reporter).ok('ticket.rate', { ticketId: main.id, ...inputs.satisfied })
  expect(titlesFor(ofPart).sort()).toEqual(['中心已答复', '已办结', '已合并办理'])
  expect(titlesFor(ofBoth).filter((title) => title === '已办结')).toHaveLength(1)
  // Once, whichever they joined by; pressed on both at once it is still one.
  const pressed = await Promise.all([rate(ofPart, part), rate(ofPart, part, { result: 'basic' })])
  expect(pressed.map(codeOf).sort()).toEqual(['OK', 'RULE_REFUSED'])
  expect(codeOf(await rate(ofMain, main))).toBe('OK')
  const { ticket } = await operator().ok('ticket.get', { ticketId: main.id })
  expect(Object.values(ticket.joinerRatings!).reduce((sum, n) => sum + n, 0)).toBe(2)
})

it('R-T9 who joins while it is merged is lost neither way; a wrong merge (E25) gives everybody back', async () => {
  const [main, part] = [await publicMatter(), await publicMatter()]
  const people = Array.from({ length: 6 }, () => newCitizen())
  const [merged, ...answers] = await Promise.all([merge(part, main), ...people.map((one) => join(one, part))])
  expect(merged).toMatchObject({ ok: true })
  const joined = people.filter((_, index) => answers[index]!.ok)
  for (const one of people) expect(await joinsOf(one)).toHaveLength(joined.includes(one) ? 1 : 0)
  const count = async ({ id }: Matter) =>
    (await operator().ok('ticket.get', { ticketId: id })).ticket.reporter?.others
  expect(await count(main)).toBe(1 + joined.length)
  await operator().ok('ticket.unmerge', { ticketId: part.id, words: '不是同一件事' })
  expect([await count(main), await count(part)]).toEqual([0, joined.length])
})

it('R-T3 R-T9 two at once are two; who joins while it closes is told or refused, never half', async () => {
  const matter = await publicMatter()
  const people = Array.from({ length: 5 }, () => newCitizen())
  const [, ...answers] = await Promise.all([close(matter), ...people.map((one) => join(one, matter))])
  const stored = county.documents<Join>('joins', { ticketId: matter.id }).map(({ personId }) => personId)
  expect(stored.sort()).toEqual(people.filter((_, index) => answers[index]!.ok).sort())
  for (const one of stored) expect(codeOf(await rate(one, matter))).toBe('OK')
})

it('R-T3 a public matter is merged only into one whose joiners hear of it too', async () => {
  const [part, main] = [await publicMatter(), await submitted(county, { words })]
  const refused = await operator().refused('ticket.merge', { ticketId: part.id, mainTicketId: main.id })
  expect(refused.message).toContain('请先把主件也标为公共事项')
  await operator().ok('ticket.mark', { ticketId: main.id, mark: 'publicMatter', on: true })
  expect(codeOf((await merge(part, main)) as never)).toBe('OK')
})
