import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { OutputOf, contracts } from '@core/contracts'
import { inputs, newCitizen, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

type View = OutputOf<(typeof contracts)['ticket.get']>['ticket']
const viewOf = async (person: string, ticketId: string): Promise<View> =>
  (await county.as(person).ok('ticket.get', { ticketId })).ticket
const isThere = async (person: string, ticketId: string): Promise<boolean> =>
  (await county.as(person).call('ticket.get', { ticketId })).ok
const inQueue = async (person: string, id: string): Promise<boolean> => {
  const { items } = await county.as(person).ok('ticket.queue', { view: 'all' })
  return items.some((item) => item.id === id)
}
const summary = '柳林村供水有问题，请核实处理。'

describe('R-P4 a citizen’s identity', () => {
  const contact = { name: '张桂兰', phone: '13900001234' }
  const words = '我家停水三天了，请打13812345678，身份证41022519800101123X，尽快来修。'

  it('R-P4 is masked to everybody, in fields and inside words, titles and timelines', async () => {
    const { id, reporter } = await submitted(county, { contact, words })
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
    await county
      .as(reporter)
      .ok('ticket.supplement', { ticketId: id, words: '也可以打13900005678', photos: [] })
    for (const person of ['operator-1', 'head-water', 'supervisor-1']) {
      const view = await viewOf(person, id)
      expect(view.reporter).toMatchObject({ name: '张**', phone: '139****1234' })
      expect(view.words).toBe('我家停水三天了，请打138****78，身份证410****3X，尽快来修。')
      expect(JSON.stringify(view)).not.toMatch(
        /13900001234|13812345678|41022519800101123X|13900005678|张桂兰/,
      )
    }
    const own = await viewOf(reporter, id)
    expect(own.words).toBe(words)
    expect(JSON.stringify(own.timeline)).toContain('13900005678')
    expect(own.reporter).toMatchObject({ name: '张**', phone: '139****1234' })
  })

  it('R-P4 R-X6 is unmasked for a stated purpose, which the ticket and the audit keep', async () => {
    const { id } = await submitted(county, { contact, words })
    const seen = await county.as('operator-1').ok('ticket.unmask', { ticketId: id, purpose: 'callback' })
    expect(seen).toEqual({ ...contact, numbers: ['13812345678', '41022519800101123X'] })
    const { events } = county.document('tickets', id)
    expect(events[1]).toMatchObject({ type: 'ticket.unmask', by: { personId: 'operator-1' } })
    const [entry] = county.documents<object>('audit', { 'facts.ticketId': id })
    expect(entry).toMatchObject({
      personId: 'operator-1',
      action: 'ticket.unmask',
      facts: { purpose: 'callback' },
    })
    expect(JSON.stringify([events, entry])).not.toMatch(/13900001234|张桂兰/)
  })

  it('R-P4 the lead unit unmasks an open ticket to contact the reporter, and no confidential one', async () => {
    const [open, secret] = [
      await submitted(county, { contact }),
      await submitted(county, { contact, confidential: true }),
    ]
    for (const { id } of [open, secret]) {
      await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch, summary })
    }
    expect(
      await county.as('handler-water').ok('ticket.unmask', { ticketId: open.id, purpose: 'contact' }),
    ).toEqual(contact)
    expect(
      await county.as('handler-water').refused('ticket.unmask', { ticketId: secret.id, purpose: 'contact' }),
    ).toMatchObject({
      code: 'RULE_REFUSED',
    })
    expect(
      await county.as('admin-1').refused('ticket.unmask', { ticketId: open.id, purpose: 'desk' }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('R-X3 lies nowhere in the data folder, nor in the log, in the clear', async () => {
    const phones = ['13711110001', '13711110002', '13711110003', '410225198001019999']
    const { id, reporter } = await submitted(county, {
      contact: { name: '李铁柱', phone: phones[0]! },
      words: `请打${phones[1]}找我，水管又坏了。`,
      place: { townshipId: 'liulin', address: `问${phones[2]}便知` },
    })
    await county
      .as(reporter)
      .ok('ticket.supplement', { ticketId: id, words: `身份证${phones[3]}`, photos: [] })
    await county.as('operator-1').ok('ticket.unmask', { ticketId: id, purpose: 'callback' })
    await county
      .as(reporter)
      .ok('reception.book', { dayId: 'd2', slotId: 's3', topic: '供水', words: `电话${phones[1]}` })
    const files = filesIn(county.dataDir)
    expect(files.some((file) => file.includes('database'))).toBe(true)
    const stored = Buffer.concat(files.map((file) => readFileSync(file))).toString('latin1')
    for (const phone of phones) {
      expect(stored).not.toContain(phone)
      expect(county.lines.join('\n')).not.toContain(phone)
    }
    // The name of a person is not kept in the clear either; the words they chose are.
    expect(stored).not.toContain(Buffer.from('李铁柱').toString('latin1'))
    expect(stored).toContain(Buffer.from('水管又坏了').toString('latin1'))
  })
})

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

describe('R-P5 confidential tickets and tip-offs', () => {
  it('R-P5 a unit gets the summary, never the words, photos, place or the moment, also in lists and notices', async () => {
    const { id } = await submitted(county, {
      confidential: true,
      words: '柳林村的老王偷偷改水表，我家停水三天。',
    })
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch, summary })
    const view = await viewOf('handler-water', id)
    expect(view.summary).toBe(summary)
    expect(view).not.toHaveProperty('words')
    expect(view).not.toHaveProperty('address')
    expect(view).not.toHaveProperty('reporter')
    expect(view).not.toHaveProperty('channel')
    expect([view.photos, view.callbacks, view.ratings]).toEqual([[], [], []])
    expect(JSON.stringify(view)).not.toContain('老王')
    expect(new Date(view.createdAt + 8 * 3_600_000).toISOString()).toMatch(/T00:00:00\.000Z$/)
    const { items } = await county.as('handler-water').ok('ticket.queue', { view: 'all' })
    expect(JSON.stringify(items)).not.toMatch(/老王|柳林村的/)
    expect(JSON.stringify(county.documents('inbox', { ticketId: id }))).not.toMatch(/老王|改水表/)
  })

  it('R-P5 an accused unit and its people, by post or by home, never learn of it', async () => {
    const { id } = await submitted(county, {
      accusedUnitIds: ['water'],
      words: '县水务局收了钱不修水管，我家停水三天没人管。',
    })
    const stored = county.document('tickets', id)
    expect(stored.proposal?.leadUnitId.value).not.toBe('water')
    const wrong = await county
      .as('operator-1')
      .refused('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
    expect(wrong.code).toBe('RULE_REFUSED')
    await county.as('operator-1').ok('ticket.dispatch', {
      ticketId: id,
      ...inputs.dispatch,
      leadUnitId: 'urban',
      summary,
    })
    expect([await isThere('handler-urban', id), await inQueue('handler-urban', id)]).toEqual([true, true])
    for (const person of ['head-water', 'handler-water', 'handler-seconded']) {
      expect([person, await isThere(person, id), await inQueue(person, id)]).toEqual([person, false, false])
      expect(county.documents('inbox', { personId: person, ticketId: id })).toEqual([])
    }
    const count = async (person: string) =>
      (await county.as(person).ok('ticket.queue', { view: 'all' })).total
    const handled = (await county.as('handler-seconded').ok('ticket.queue', { view: 'all' })).items.length
    expect(await count('handler-seconded')).toBe(handled)
  })

  it('R-P5 where the centre is accused the supervision bureau does its part, and the centre knows nothing', async () => {
    const { id, reporter } = await submitted(county, {
      accusedUnitIds: ['centre'],
      words: '社情民意服务中心不接电话，我家停水三天没人理。',
    })
    expect([await isThere('operator-1', id), await inQueue('operator-1', id)]).toEqual([false, false])
    expect([await isThere('supervisor-1', id), await isThere(reporter, id)]).toEqual([true, true])
  })

  it('R-P7 staff do not act on what they reported themselves', async () => {
    const { id } = await submitted(county, {}, 'operator-1')
    const view = await viewOf('operator-1', id)
    expect(view.mine).toBe(true)
    expect(view.commands).not.toContain('ticket.dispatch')
    expect(
      await county.as('operator-1').refused('ticket.dispatch', { ticketId: id, ...inputs.dispatch }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('R-P3 who has left is a citizen from the next call on', async () => {
    const { id } = await submitted(county)
    expect(await isThere('left-1', id)).toBe(false)
    expect(await county.as('left-1').refused('ticket.queue', { view: 'all' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('R-T9 merged tickets', () => {
  it('R-T9 the follower reads the main ticket without its reporter, and gets its news under their own number', async () => {
    const contact = { name: '王秀珍', phone: '13900007777' }
    const main = await submitted(county, {
      contact,
      words: '柳林村停水三天，我是第一个，电话13812340000，请来修水管。',
    })
    const follower = await submitted(county)
    await county.as('operator-1').ok('ticket.merge', { ticketId: follower.id, mainTicketId: main.id })
    expect((await viewOf(follower.reporter, follower.id)).mainTicket).toEqual({
      id: main.id,
      number: main.number,
      toRate: false,
    })
    const seen = await viewOf(follower.reporter, main.id)
    expect(JSON.stringify(seen)).not.toMatch(/13900007777|13812340000|王/)
    expect((await viewOf('operator-1', main.id)).reporter?.others).toBe(1)
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: main.id, ...inputs.dispatch })
    const news = county.documents<{ words: string; title: string }>('inbox', { personId: follower.reporter })
    const dispatched = news.find(({ title }) => title === '已交承办单位')
    expect(dispatched?.words).toContain(follower.number)
    expect(dispatched?.words).not.toContain(main.number)
    expect(await isThere(newCitizen(), main.id)).toBe(false)
  })
})
