import type { Notice } from '@core/notices'
import { inStatus, newCitizen, submitted } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

const MINUTE = 60_000
const templates = {
  'ticket.progress': { id: 'tpl-progress', fields: { thing1: 'title', thing2: 'words' } },
  'ticket.todo': { id: 'tpl-todo', fields: { thing1: 'title' } },
}

let county: County
let answer: number | undefined
beforeAll(async () => {
  county = await startCounty({
    functionEnv: {
      MINSHENG_SECRET_ENC: Buffer.alloc(32, 1).toString('base64'),
      MINSHENG_SECRET_HMAC: Buffer.alloc(32, 2).toString('base64'),
      MINSHENG_SUBSCRIBE_TEMPLATES: JSON.stringify(templates),
    },
    faults: {
      openapi: {
        'subscribeMessage.send': () => (answer === undefined ? undefined : { errcode: answer, errmsg: 'no' }),
      },
    },
  })
})
afterAll(() => county.close())
afterEach(() => {
  answer = undefined
})

const sentTo = (person: string) =>
  county.cloud.openapi
    .records({ api: 'subscribeMessage.send' })
    .filter(({ request }) => request.touser === person).length
const noticeOf = (person: string) => county.documents<Notice>('inbox', { personId: person })[0]!
const lost = async (code: number) => {
  const matter = await submitted(county)
  answer = code
  await county.advance(MINUTE)
  answer = undefined
  return matter
}

describe('people.undelivered', () => {
  it('R-N2 shows what failed with whom masked and why, to the centre and to an admin, and nothing that arrived', async () => {
    const { reporter, id } = await lost(47003)
    const [arrived] = [await submitted(county)]
    await county.advance(MINUTE)
    const { items, totals } = await county.as('operator-1').ok('people.undelivered', { desk: 'push' })
    expect(items[0]).toMatchObject({
      id: noticeOf(reporter)._id,
      title: '已经收到',
      whom: '群众',
      why: '内容不合模板的要求，请管理员核对',
      tries: 1,
      mayHaveArrived: false,
      ticketId: id,
    })
    expect(JSON.stringify(items)).not.toContain(noticeOf(arrived.reporter)._id)
    expect(totals.push).toBe(items.length)
    const admin = await county.as('admin-1').ok('people.undelivered', { desk: 'push' })
    expect(admin.items[0]).not.toHaveProperty('ticketId')
    expect(await county.as('admin-1').refused('people.undelivered', { desk: 'call' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await county.as('head-water').refused('people.undelivered', { desk: 'push' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(JSON.stringify(items)).not.toContain(`"${reporter}"`)
  })

  it('R-N1 nobody’s failure: a person who did not ask for it', async () => {
    const { reporter } = await lost(43101)
    expect(noticeOf(reporter)).toMatchObject({ push: { state: 'noConsent' } })
    expect(noticeOf(reporter).desk).toBeUndefined()
  })
})

describe('people.resendNotice', () => {
  it('R-N2 two people press at once: one message goes out, the other is told', async () => {
    const { reporter } = await lost(-1)
    const noticeId = noticeOf(reporter)._id
    const presses = await Promise.all(
      ['operator-1', 'operator-2'].map((who) =>
        county.as(who).call('people.resendNotice', { noticeId, tries: 1 }),
      ),
    )
    expect(presses.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(presses.find(({ ok }) => ok)).toMatchObject({ data: { arrived: true } })
    expect(presses.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'RULE_REFUSED' } })
    expect(sentTo(reporter)).toBe(2)
    await county.advance(10 * MINUTE)
    expect(sentTo(reporter)).toBe(2)
  })

  it('R-N2 a retry of the same press sends nothing more; a failure is said', async () => {
    const { reporter } = await lost(-1)
    const [noticeId, requestId] = [noticeOf(reporter)._id, newRequestId()]
    answer = 40037
    const press = () => county.as('operator-1').ok('people.resendNotice', { noticeId, tries: 1 }, requestId)
    expect(await press()).toEqual({ arrived: false, why: '模板编号不对，请管理员核对' })
    expect(await press()).toEqual({ arrived: false, why: '模板编号不对，请管理员核对' })
    expect(sentTo(reporter)).toBe(2)
  })

  it('R-N2 a sender that died is unknown after five minutes and waits for a person', async () => {
    const { reporter } = await submitted(county)
    const { _id } = noticeOf(reporter)
    const claimed = {
      push: { state: 'sending', tries: 1 },
      wakeAt: new Date(county.cloud.clock.now().getTime() + 5 * MINUTE),
    }
    county.cloud.store.update('inbox', { _id }, { $set: claimed } as never, { multi: false })
    await county.advance(4 * MINUTE)
    expect(noticeOf(reporter).push!.state).toBe('sending')
    await county.advance(2 * MINUTE)
    expect(noticeOf(reporter)).toMatchObject({ push: { state: 'unknown' }, desk: 'push:centre:centre' })
    expect(sentTo(reporter)).toBe(0)
  })

  it('R-P6 a notice that is not there, that arrived and that is another’s: the same words', async () => {
    const { reporter } = await submitted(county)
    const arrived = noticeOf(reporter)._id
    const words = await Promise.all(
      [arrived, 'nothing.1.x.y'].map((noticeId) =>
        county.as('operator-1').refused('people.noteCall', { noticeId, outcome: 'told' }),
      ),
    )
    expect(words.map(({ code, message }) => [code, message])).toEqual(
      Array(2).fill(['NOT_FOUND', expect.any(String)]),
    )
  })
})

describe('R-N3 people without WeChat', () => {
  const caller = async () => {
    const { id } = await (async () => {
      const { ticketId } = await county.as('operator-1').ok('ticket.intake', {
        channel: 'phone',
        words: '来电人说柳林村村口停水三天了，没有人来修。',
        photos: [],
        confidential: false,
        place: { townshipId: 'liulin' },
        caller: { name: '王大爷', phone: '13900000009' },
      })
      return { id: ticketId }
    })()
    await county
      .as('operator-1')
      .ok('ticket.refuse', { ticketId: id, reason: 'notOurs', goTo: '可到市级热线反映' })
    return id
  }
  const tasks = async () => (await county.as('operator-2').ok('people.undelivered', { desk: 'call' })).items

  it('R-N3 a refusal makes a call task; it leaves the list only when the person was reached', async () => {
    const ticketId = await caller()
    const [task] = await tasks()
    expect(task).toMatchObject({ title: '不予受理', whom: '王** 139****0009', ticketId, tries: 0 })
    const note = (outcome: 'told' | 'noAnswer', who = 'operator-2') =>
      county.as(who).call('people.noteCall', { noticeId: task!.id, outcome })
    expect(await note('noAnswer')).toMatchObject({ data: { told: false } })
    expect((await tasks())[0]).toMatchObject({ tries: 1, why: expect.stringContaining('1 次') })
    const both = await Promise.all([note('told'), note('told', 'operator-1')])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await tasks()).map(({ id }) => id)).not.toContain(task!.id)
  })

  it('R-N3 nobody is called for a step on the way, nor who has WeChat', async () => {
    const before = (await tasks()).length
    await inStatus(county, 'notAccepted')
    const person = `ph_${newCitizen()}`
    const { id } = await submitted(county, {}, person)
    await county.as('operator-1').ok('ticket.dispatch', {
      ticketId: id,
      kind: 'help',
      categoryId: 'tap',
      leadUnitId: 'water',
      coUnitIds: [],
      handlingClass: 'threeDay',
    })
    expect(await tasks()).toHaveLength(before)
  })
})
