import type { ActionInput } from '@core/contracts'
import { inputs, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

/** Section 1: a township's own centre, through the whole cloud: 高山镇 has powers of its own, 柳林乡 has a centre too. */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const OWN = 'operator-gaoshan'
const OTHER = 'operator-liulin'
const PHONE = '13900007001'
const words = '高山镇集市口的路灯坏了两盏，晚上看不见路。'
const within: Omit<ActionInput<'ticket.dispatch'>, 'ticketId'> = {
  kind: 'help',
  categoryId: 'other',
  leadUnitId: 'gaoshan',
  coUnitIds: [],
  handlingClass: 'fixed',
}

const entered = async () => {
  const call: ActionInput<'ticket.intake'> = {
    channel: 'phone',
    words,
    photos: [],
    confidential: false,
    caller: { phone: PHONE },
    place: { townshipId: 'gaoshan' },
  }
  return county.as(OWN).ok('ticket.intake', call)
}

const listOf = async (person: string, view: 'todo' | 'late' | 'all') =>
  county.as(person).ok('ticket.queue', { view })
const ids = async (person: string, view: 'todo' | 'all') =>
  (await listOf(person, view)).items.map(({ id }) => id)
const found = async (person: string, sought: string) =>
  (await county.as(person).ok('ticket.search', { words: sought })).items.map(({ id }) => id)
const noticesOf = (personId: string, ticketId: string) =>
  county.documents<{ title: string }>('inbox', { personId, ticketId }).map(({ title }) => title)

describe('a township’s own centre (section 1)', () => {
  it('section 1 R-P6: what it enters is its own: lists, search and notices; the county sees, another township does not', async () => {
    const { ticketId, number, next } = await entered()
    expect(next).toContain('高山镇社情民意服务中心将在')
    expect([await ids(OWN, 'todo'), await ids(OWN, 'all')]).toEqual([[ticketId], [ticketId]])
    expect(await ids('operator-1', 'all')).toContain(ticketId)
    expect(await ids('operator-1', 'todo')).not.toContain(ticketId)
    for (const sought of [number, PHONE, '路灯']) {
      expect([sought, await found(OWN, sought)]).toEqual([sought, [ticketId]])
      expect([sought, await found('operator-1', sought)]).toEqual([sought, [ticketId]])
      expect([sought, await found(OTHER, sought)]).toEqual([sought, []])
    }
    for (const view of ['todo', 'late', 'all'] as const) {
      expect(await listOf(OTHER, view)).toEqual({ items: [], total: 0 })
    }
    expect(await county.as(OTHER).refused('ticket.get', { ticketId })).toMatchObject({ code: 'NOT_FOUND' })
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId })
    expect(ticket).toMatchObject({
      centre: { id: 'gaoshan', name: '高山镇社情民意服务中心' },
      waitsForMe: false,
    })
    expect(ticket.commands.filter((id) => !id.startsWith('ticket.un'))).toEqual([
      'ticket.sendUp',
      'ticket.note',
    ])
  })

  it('section 1: gives it to the township’s units, reviews it, and calls back; units outside are refused', async () => {
    const { ticketId } = await entered()
    const outside = await county.as(OWN).refused('ticket.dispatch', { ticketId, ...inputs.dispatch })
    expect(outside).toMatchObject({ code: 'RULE_REFUSED', message: expect.stringContaining('交县中心办') })
    await county.as(OWN).ok('ticket.dispatch', { ticketId, ...within })
    await county.as('head-gaoshan').ok('ticket.sign', { ticketId })
    await county.as('head-gaoshan').ok('ticket.submitResult', {
      ticketId,
      found: '到集市口查看，两盏路灯灯头烧坏。',
      done: '换了两盏路灯灯头，晚上已经亮了。',
      outcome: 'solved',
      contact: '打电话告诉了反映人',
      photos: [],
    })
    expect(await ids(OWN, 'todo')).toContain(ticketId)
    await county.as(OWN).ok('ticket.approve', { ticketId, overrule: '已到现场看过，可以通过' })
    await county.as(OWN).ok('ticket.recordCallback', {
      ticketId,
      outcome: 'answered',
      ...inputs.satisfied,
      reasons: [],
      photos: [],
    })
    expect(county.document('tickets', ticketId)).toMatchObject({ status: 'closed', centreUnitId: 'gaoshan' })
  })

  it('section 1: sent up it is the county’s and leaves the township; handed down it is the township’s and told', async () => {
    const up = await entered()
    await county.as(OWN).ok('ticket.sendUp', { ticketId: up.ticketId, words: '要县城管局来办' })
    expect(await ids('operator-1', 'todo')).toContain(up.ticketId)
    expect(noticesOf('operator-1', up.ticketId)).toContain('乡镇中心上交一件事项')
    expect(await county.as(OWN).refused('ticket.get', { ticketId: up.ticketId })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const down = await submitted(county, { words: '集市上摆摊占道，走路都要绕开。' })
    await county.as('operator-1').ok('ticket.sendDown', { ticketId: down.id, unitId: 'gaoshan' })
    expect(noticesOf(OWN, down.id)).toEqual(['县中心交来一件事项'])
    expect(noticesOf(OTHER, down.id)).toEqual([])
    expect(await ids(OWN, 'todo')).toContain(down.id)
  })

  it('section 1: two press at once: one of them has it, the other is told', async () => {
    const { ticketId } = await entered()
    const [mine, theirs] = await Promise.all([
      county.as(OWN).call('ticket.dispatch', { ticketId, ...within }),
      county.as('operator-1').call('ticket.sendUp', { ticketId, words: '县里统一办' }),
    ])
    expect(theirs.ok).toBe(true)
    const { status, centreUnitId } = county.document('tickets', ticketId)
    expect(centreUnitId).toBeUndefined()
    expect(status).toBe(mine.ok ? 'dispatched' : 'submitted')
    if (!mine.ok) expect(mine.error.code).toBe('NOT_FOUND')
  })

  it('section 1: a matter from above is entered by the county; each centre counts its own needless calls', async () => {
    const above: ActionInput<'ticket.intake'> = {
      channel: 'superior',
      words,
      photos: [],
      confidential: false,
      superior: { number: '市转 3 号', deadline: Date.parse('2026-12-01T18:00:00+08:00') },
    }
    expect(await county.as(OWN).refused('ticket.intake', above)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { channel: expect.stringContaining('县中心') },
    })
    const silence = { channel: 'phone', reason: 'silence' } as const
    expect(await county.as('operator-1').ok('people.logContact', silence)).toEqual({ today: 1 })
    expect(await county.as(OWN).ok('people.logContact', silence)).toEqual({ today: 1 })
    expect(await county.as(OWN).ok('people.logContact', silence)).toEqual({ today: 2 })
  })
})
