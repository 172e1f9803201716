import type { ActionInput } from '@core/contracts'
import type { Notice } from '@core/notices'
import { demoPhoneOf } from '../../../localcloud/signin/demo-phone'
import { fromAbove, inputs, newCitizen, photoOf, submission } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

let calls = 0
const newPhone = () => `139${String(++calls).padStart(8, '0')}`
const call = (more: Partial<ActionInput<'ticket.intake'>> = {}): ActionInput<'ticket.intake'> => ({
  channel: 'phone',
  words: '来电人说柳林村村口停水三天了，没有人来修水管。',
  photos: [],
  confidential: false,
  place: { townshipId: 'liulin' },
  ...more,
})
const enter = (more: Partial<ActionInput<'ticket.intake'>> = {}) =>
  county.as('operator-1').ok('ticket.intake', call(more))
/** A citizen whose number WeChat has verified */
async function verified(): Promise<{ person: string; phone: string }> {
  const person = newCitizen()
  await county.as(person).ok('people.verifyPhone', { code: `phone:${person}:1` })
  return { person, phone: demoPhoneOf(person) }
}
const find = async (person: string, words: string) =>
  (await county.as(person).ok('ticket.search', { words })).items.map(({ number }) => number)

describe('intake (R-T5)', () => {
  it('R-T5 R-X3 makes a ticket of a person found by the hash of their number, which is kept sealed', async () => {
    const phone = newPhone()
    const { ticketId, number, next } = await enter({ caller: { name: '王先生', phone } })
    const ticket = county.document('tickets', ticketId)
    expect(ticket).toMatchObject({ number, channel: 'phone', status: 'submitted' })
    expect(ticket.reporter?.personId).toBe(`ph_${ticket.reporter?.phoneHash}`)
    expect(JSON.stringify(ticket)).not.toMatch(new RegExp(`${phone}|王先生`))
    expect(ticket.events.map(({ type }) => type)).toEqual(['ticket.intake'])
    expect(next).toContain('社情民意服务中心')
    // The same caller is the same person.
    const again = await enter({ caller: { phone } })
    expect(county.document('tickets', again.ticketId).reporter?.personId).toBe(ticket.reporter?.personId)
  })

  it('R-T5 takes 5 requests, and once however often it is sent', async () => {
    await enter()
    const requestId = newRequestId()
    const first = await county.as('operator-1').ok('ticket.intake', call(), requestId)
    expect((await county.logOf(requestId)).database).toBe(5)
    const again = await county.as('operator-1').ok('ticket.intake', call(), requestId)
    expect(again).toEqual(first)
    const other = call({ words: '另一件事：路灯坏了很久。' })
    expect(await county.as('operator-1').refused('ticket.intake', other, requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
    })
  })

  it('R-T5 many calls at once have a number each', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, () => enter()))
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(12)
  })

  it('R-T5 an anonymous one has no reporter', async () => {
    const { ticketId } = await enter({ channel: 'letter' })
    expect(county.document('tickets', ticketId).reporter).toBeUndefined()
  })

  it('a matter from above names its number and deadline, and no other does', async () => {
    const superior = { number: '市转 12 号', deadline: Date.parse('2026-12-01T18:00:00+08:00') }
    const { ticketId } = await enter({ channel: 'superior', superior })
    expect(county.document('tickets', ticketId).superior).toMatchObject({ number: '市转 12 号' })
    const dispatch = { ticketId, ...inputs.dispatch }
    expect(await county.as('operator-1').refused('ticket.dispatch', dispatch)).toMatchObject({
      code: 'RULE_REFUSED',
    })
    for (const wrong of [call({ channel: 'superior' }), call({ superior })]) {
      expect(await county.as('operator-1').refused('ticket.intake', wrong)).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { superior: expect.any(String) },
      })
    }
  })

  it('E17 a matter from above shows its number and date, and closes only with the reply sent upward', async () => {
    const { id } = await fromAbove(county)
    const [operator, unit] = [county.as('operator-1'), county.as('handler-water')]
    const rated = { ticketId: id, outcome: 'answered', ...inputs.satisfied } as const
    const { ticket } = await operator.ok('ticket.recordCallback', rated)
    expect(ticket).toMatchObject({ status: 'awaitingRating', superior: { number: '市转 12 号' } })
    const photo = await photoOf(county, 'operator-1')
    const letter = { ticketId: id, words: '已书面回复市热线办，文号临信复 8 号', photos: [photo] }
    expect(await unit.refused('ticket.replyUpward', letter)).toMatchObject({ code: 'FORBIDDEN' })
    const answers = await Promise.all([1, 2].map(() => operator.call('ticket.replyUpward', letter)))
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { ticket: done } = await unit.ok('ticket.get', { ticketId: id })
    expect(done).toMatchObject({ status: 'closed', superior: { replied: expect.any(Number) } })
    expect(done.timeline.at(-1)).toMatchObject({ title: '已回复上级', photos: [expect.anything()] })
  })

  it('E7 R-T11 a caller answers and urges by phone; who has WeChat is told so, and takes it back alone', async () => {
    const { ticketId } = await enter({ caller: { phone: newPhone() } })
    const operator = county.as('operator-1')
    const said = { saidBy: 'self', saidHow: 'phone' } as const
    await operator.ok('ticket.ask', { ticketId, words: '请问是哪一天停水的？' })
    const answer = { ticketId, words: '上周五开始停的', photos: [], ...said }
    const { ticket } = await operator.ok('ticket.reply', answer)
    expect(ticket).toMatchObject({ status: 'submitted', commands: expect.arrayContaining(['ticket.urge']) })
    expect(ticket.timeline.at(-1)?.title).toBe('回复了中心的问题（本人电话告知，中心代录）')
    const answers = await Promise.all(
      ['operator-1', 'operator-2'].map((id) => county.as(id).call('ticket.urge', { ticketId, ...said })),
    )
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { ticketId: own } = await county.as(newCitizen()).ok('ticket.submit', submission())
    await operator.ok('ticket.urge', { ticketId: own, ...said })
    const { personId } = county.document('tickets', own).reporter!
    expect(
      county.documents<Notice>('inbox', { ticketId: own, personId }).map(({ title }) => title),
    ).toContain('中心替您记下了')
    const back = { ticketId: own, words: '不用办了', ...said }
    expect(await operator.refused('ticket.withdraw', back)).toMatchObject({ code: 'RULE_REFUSED' })
  })

  it.each(['handler-water', 'agent-1', 'admin-1', 'citizen-x', 'left-1'])('is not for %s', async (person) => {
    expect(await county.as(person).refused('ticket.intake', call())).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('contacts that are no matter (R-T5)', () => {
  it('R-T5 are noted without a ticket and counted by the day, once each', async () => {
    const requestId = newRequestId()
    const silence = { channel: 'phone', reason: 'silence', phone: '0371-2000 0009' } as const
    const before = county.documents('tickets', {}).length
    expect(await county.as('operator-1').ok('people.logContact', silence, requestId)).toEqual({ today: 1 })
    expect(await county.as('operator-1').ok('people.logContact', silence, requestId)).toEqual({ today: 1 })
    const abuse = { channel: 'phone', reason: 'abuse', note: '骂了三分钟' } as const
    expect(await county.as('operator-2').ok('people.logContact', abuse)).toEqual({ today: 2 })
    expect(await county.as('operator-1').refused('people.logContact', abuse, requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
    })
    expect(county.documents('tickets', {})).toHaveLength(before)
    expect(JSON.stringify(county.documents('contacts', {}))).not.toContain('03712000')
  })

  it('is not for units', async () => {
    const wrong = { channel: 'phone', reason: 'wrongNumber' } as const
    expect(await county.as('handler-water').refused('people.logContact', wrong)).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('search', () => {
  it('by number: the whole, its beginning, without the county’s code', async () => {
    const { number } = await enter()
    expect(await find('operator-1', number)).toEqual([number])
    expect(await find('operator-1', number.toLowerCase())).toEqual([number])
    expect(await find('operator-1', number.slice(2))).toEqual([number])
    expect(await find('operator-1', number.slice(0, -1))).toContain(number)
    expect(await find('operator-1', 'LH20200101-0001')).toEqual([])
  })

  it('R-P6 a number somebody may not see finds nothing', async () => {
    const { number } = await enter()
    expect(await find('handler-urban', number)).toEqual([])
    expect(await find('leader-1', number)).toEqual([])
  })

  it('R-P4 by phone: for who may unmask, in the audit, and of a unit only its own open matters', async () => {
    const phone = newPhone()
    const open = await enter({ caller: { phone } })
    const hidden = await enter({ caller: { phone }, confidential: true })
    expect(await find('operator-1', phone)).toEqual([open.number, hidden.number])
    expect(await find('supervisor-1', phone)).toEqual([])
    expect(await find('handler-water', phone)).toEqual([])
    for (const { ticketId } of [open, hidden]) {
      const summary = '柳林村供水存在问题，请核查处理。'
      await county.as('operator-1').ok('ticket.dispatch', { ticketId, ...inputs.dispatch, summary })
    }
    // R-P5: a unit never finds a confidential matter by a person's number.
    expect(await find('handler-water', phone)).toEqual([open.number])
    const audited = county.documents<{ facts: object }>('audit', { action: 'ticket.search' })
    expect(audited.length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(audited)).not.toContain(phone)
  })

  it('R-P5 by words: only in what the reader may read', async () => {
    const words = '供水站老李家门口井盖被偷，举报管水的人不作为。'
    const { number, ticketId } = await enter({ words, confidential: true })
    expect(await find('operator-1', '井盖 举报')).toEqual([number])
    expect(await find('operator-1', '井盖 没有的词')).toEqual([])
    const summary = '柳林村供水存在问题，请核查处理。'
    await county.as('operator-1').ok('ticket.dispatch', { ticketId, ...inputs.dispatch, summary })
    expect(await find('handler-water', '井盖')).toEqual([])
    expect(await find('handler-water', '核查处理')).toContain(number)
  })

  it('R-P5 the accused unit finds nothing, neither by number nor by words', async () => {
    const { number } = await enter({ words: '举报水务局乱收费，请查一查。', accusedUnitIds: ['water'] })
    expect(await find('head-water', number)).toEqual([])
    expect(await find('head-water', '乱收费')).toEqual([])
  })

  it('answers cards, at most 20, in 3 requests', async () => {
    const requestId = newRequestId()
    const { items } = await county.as('operator-1').ok('ticket.search', { words: newPhone() }, requestId)
    expect(items).toEqual([])
    expect((await county.logOf(requestId)).database).toBe(3)
    const many = await county.as('operator-1').ok('ticket.search', { words: '停水' })
    expect(many.items).toHaveLength(20)
    expect(JSON.stringify(many)).not.toContain('王先生')
  })

  it.each(['citizen-x', 'agent-1', 'admin-1'])('is not for %s', async (person) => {
    expect(await county.as(person).refused('ticket.search', { words: '停水' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('claim (R-T11)', () => {
  it('R-T11 number and verified phone make it theirs, once, whoever tries twice', async () => {
    const { person, phone } = await verified()
    const { ticketId, number } = await enter({ caller: { phone } })
    expect(await county.as(person).refused('ticket.get', { ticketId })).toMatchObject({ code: 'NOT_FOUND' })
    const requestId = newRequestId()
    const { ticket } = await county.as(person).ok('ticket.claim', { number: number.toLowerCase() }, requestId)
    expect(ticket).toMatchObject({ id: ticketId, mine: true })
    expect((await county.logOf(requestId)).database).toBeLessThanOrEqual(5)
    await county.as(person).ok('ticket.claim', { number: number.toLowerCase() }, requestId)
    const { items } = await county.as(person).ok('ticket.mine', { tab: 'open' })
    expect(items.map(({ id }) => id)).toEqual([ticketId])
    expect(county.document('tickets', ticketId).events).toHaveLength(2)
    // What a reporter may do, they may do from now on.
    await county.as(person).ok('ticket.supplement', { ticketId, words: '现在还是没有水', photos: [] })
  })

  it('R-T11 R-P6 a tip-off, another’s, one sent in by WeChat and none at all are the same', async () => {
    const { person, phone } = await verified()
    const others = await enter({ caller: { phone: newPhone() } })
    const tipOff = await enter({ caller: { phone }, kind: 'report' })
    const own = await county.as(newCitizen()).ok('ticket.submit', submission({ contact: { phone } }))
    const errors = []
    for (const { number } of [others, tipOff, own, { number: 'LH20200101-0001' }]) {
      const { requestId: _own, ...error } = await county.as(person).refused('ticket.claim', { number })
      errors.push(error)
    }
    expect(new Set(errors.map((error) => JSON.stringify(error))).size).toBe(1)
    expect(errors[0]).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('R-T11 trying numbers out ends after five', async () => {
    const { person } = await verified()
    for (let n = 0; n < 5; n++) {
      const number = `LH20200101-000${n}`
      expect(await county.as(person).refused('ticket.claim', { number })).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await county.as(person).refused('ticket.claim', { number: 'LH20200101-0009' })).toMatchObject({
      code: 'RATE_LIMITED',
    })
  })

  it('R-T11 needs a verified phone', async () => {
    const { number } = await enter({ caller: { phone: newPhone() } })
    expect(await county.as(newCitizen()).refused('ticket.claim', { number })).toMatchObject({
      code: 'RULE_REFUSED',
    })
  })

  it('R-T11 goes on beside a command of the same moment', async () => {
    const { person, phone } = await verified()
    const { ticketId, number } = await enter({ caller: { phone } })
    await Promise.all([
      county.as(person).ok('ticket.claim', { number }),
      county.as('operator-1').ok('ticket.dispatch', { ticketId, ...inputs.dispatch }),
    ])
    const ticket = county.document('tickets', ticketId)
    expect(ticket.reporter?.personId).toBe(person)
    expect(ticket.status).toBe('dispatched')
  })
})

describe('village agents (section 1)', () => {
  const forSomebody = (more: Partial<ActionInput<'ticket.submit'>> = {}) =>
    submission({ onBehalfOf: { name: '赵大娘', phone: newPhone(), consent: true }, ...more })
  const agent = () => county.as('agent-1')
  beforeEach(() => county.cloud.clock.advance(11 * 60_000))

  it('an agent files with the person’s consent noted, and follows it', async () => {
    const { ticketId } = await agent().ok('ticket.submit', forSomebody())
    const ticket = county.document('tickets', ticketId)
    expect(ticket).toMatchObject({ channel: 'agent', filedBy: 'agent-1' })
    expect(ticket.reporter?.personId).toMatch(/^ph_/)
    expect(ticket.events[0]?.body?.facts).toMatchObject({ consent: true })
    const { items } = await agent().ok('ticket.mine', { tab: 'open' })
    expect(items.map(({ id }) => id)).toContain(ticketId)
    const { ticket: seen } = await agent().ok('ticket.get', { ticketId })
    expect(seen.commands).toEqual(expect.arrayContaining(['ticket.supplement', 'ticket.urge']))
    expect(seen.commands).not.toContain('ticket.withdraw')
  })

  it('an agent neither rates nor withdraws', async () => {
    const { ticketId } = await agent().ok('ticket.submit', forSomebody())
    const words = '不用办了'
    expect(await agent().refused('ticket.withdraw', { ticketId, words })).toMatchObject({ code: 'FORBIDDEN' })
    const rating = { ticketId, ...inputs.satisfied }
    expect(await agent().refused('ticket.rate', rating)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('R-P5 a confidential one is out of the agent’s sight at once', async () => {
    const { ticketId } = await agent().ok('ticket.submit', forSomebody({ confidential: true }))
    expect(await agent().refused('ticket.get', { ticketId })).toMatchObject({ code: 'NOT_FOUND' })
    const { items } = await agent().ok('ticket.mine', { tab: 'open' })
    expect(items.map(({ id }) => id)).not.toContain(ticketId)
  })

  it('R-T11 the person may claim it later by their number', async () => {
    const { person, phone } = await verified()
    const onBehalfOf = { name: '赵大娘', phone, consent: true as const }
    const { number, ticketId } = await agent().ok('ticket.submit', forSomebody({ onBehalfOf }))
    await county.as(person).ok('ticket.claim', { number })
    expect(county.document('tickets', ticketId).audience).toEqual(
      expect.arrayContaining([`person:${person}`, 'person:agent-1']),
    )
  })

  it('no complaint about the staff of the agent’s own village, and nothing is counted or numbered', async () => {
    const own = forSomebody({ kind: 'complaint', accusedUnitIds: ['liulin-v1'] })
    const before = county.dump()
    expect(await agent().refused('ticket.submit', own)).toMatchObject({ code: 'RULE_REFUSED' })
    expect(county.dump()).toBe(before)
  })

  it('R-X4 the limits count the named person, not the agent', async () => {
    const onBehalfOf = { name: '赵大娘', phone: newPhone(), consent: true as const }
    for (let n = 0; n < 3; n++) await agent().ok('ticket.submit', submission({ onBehalfOf }))
    expect(await agent().refused('ticket.submit', submission({ onBehalfOf }))).toMatchObject({
      code: 'RATE_LIMITED',
    })
    await agent().ok('ticket.submit', forSomebody())
  })

  it('nobody else files for others, and nobody without consent', async () => {
    const person = newCitizen()
    expect(await county.as(person).refused('ticket.submit', forSomebody())).toMatchObject({
      fields: { onBehalfOf: expect.any(String) },
    })
    const without = { name: '赵大娘', phone: newPhone(), consent: false as true }
    expect(await agent().refused('ticket.submit', submission({ onBehalfOf: without }))).toMatchObject({
      fields: { 'onBehalfOf.consent': '请先征得本人同意' },
    })
  })
})

it('R-T5 a visitor who leaves a name and no number is a person of that one matter', async () => {
  const { ticketId } = await enter({ channel: 'visit', caller: { name: '李大爷' } })
  expect(county.document('tickets', ticketId).reporter?.personId).toBe(`ph_${ticketId}`)
})
