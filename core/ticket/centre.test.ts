import { may } from '../people/permissions'
import { canRead, relationTo, visibleFields } from './access'
import { firstTownship } from './centre'
import { receiptOf } from './create'
import { county } from './testing/county'
import { act, inputs, make, MONDAY, sure, submission } from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'
import { mainTicket, ofTownship } from './testing/stages'
import type { Ticket } from './types'
import { holderOf, describeEvent } from './timeline'
import { HOUR } from './workdays'

/** Section 1: a township's own centre. `hill` has powers of its own, `town` has none. */
const { operator, hillOperator, townOperator, supervisor, hillHead, reporter } = people

const within = { ...inputs.dispatch, categoryId: 'road', leadUnitId: 'hill-office', handlingClass: 'fixed' }
const told = (ticket: Ticket) =>
  ticket.outbox.filter(({ seq }) => seq === ticket.head.seq).map(({ to }) => to)

describe('which centre a ticket belongs to (section 1)', () => {
  it('section 1: what a township’s operator writes down is its own centre’s; the county’s and supervision see it', () => {
    const ticket = ofTownship()
    expect(ticket.waitsFor).toEqual(['centre:hill'])
    expect(ticket.audience).toEqual(['centre:centre', 'centre:hill', 'person:citizen-1', 'supervision'])
    expect(relationTo(ticket, hillOperator, county)).toBe('centre')
    expect(relationTo(ticket, operator, county)).toBe('countyCentre')
    expect(relationTo(ticket, supervisor, county)).toBe('supervision')
    expect(visibleFields(ticket, operator, county)).toEqual(visibleFields(ticket, hillOperator, county))
    expect(receiptOf(ticket, county).next).toContain('hill社情民意服务中心将在')
    expect(holderOf(ticket, reporter, county)).toBe('hill社情民意服务中心')
  })

  it('R-P6 another township’s operator knows of it as little as of the county’s tickets', () => {
    for (const ticket of [ofTownship(), make()]) {
      expect(canRead(ticket, townOperator, county)).toBe(false)
      expect(refusal(() => act(ticket, townOperator, 'ticket.dispatch', inputs.dispatch)).code).toBe(
        'NOT_FOUND',
      )
    }
  })

  it('section 1: the county’s centre reads it and takes it over, and does none of the township’s part', () => {
    const ticket = ofTownship()
    expect(refusal(() => act(ticket, operator, 'ticket.dispatch', inputs.dispatch)).code).toBe('FORBIDDEN')
    const taken = act(ticket, operator, 'ticket.sendUp', { words: '这件事由县里统一办' })
    expect(taken).toMatchObject({ status: 'submitted', waitsFor: ['centre:centre'] })
    expect(taken).not.toHaveProperty('centreUnitId')
    expect(told(taken)).toEqual(['centre:hill'])
    expect(canRead(taken, hillOperator, county)).toBe(false)
  })

  it.each([
    [{ place: { townshipId: 'hill' } }, 'hill'],
    [{ place: { townshipId: 'town' } }, undefined],
    [{ place: undefined }, undefined],
    [{ place: { townshipId: 'hill' }, confidential: true }, undefined],
    [{ place: { townshipId: 'hill' }, kind: 'report' as const }, undefined],
    [{ place: { townshipId: 'hill' }, accusedUnitIds: ['hill-office'] }, undefined],
  ])('section 1: a citizen’s own %j goes by policy to %s', (sent, township) => {
    const knowledge = { ...county, policies: { ...county.policies, townshipsFirst: ['hill'] } }
    expect(firstTownship(submission(sent), knowledge)).toBe(township)
    expect(make({ submission: sent, knowledge }).centreUnitId).toBe(township)
    expect(make({ submission: sent }).centreUnitId).toBeUndefined()
  })

  it('R-P5 an accused township’s centre loses it to the county’s, an accused county’s to supervision', () => {
    const own = ofTownship({ submission: { accusedUnitIds: ['hill'] } })
    expect(own.waitsFor).toEqual(['centre:centre'])
    expect(own.audience).not.toContain('centre:hill')
    expect(canRead(own, hillOperator, county)).toBe(false)
    expect(relationTo(own, operator, county)).toBe('centre')
    const theirs = ofTownship({ submission: { accusedUnitIds: ['centre'] } })
    expect(theirs.waitsFor).toEqual(['supervision'])
    expect(canRead(theirs, hillOperator, county)).toBe(false)
    expect(relationTo(theirs, supervisor, county)).toBe('centre')
  })
})

describe('what a township’s centre does (section 1)', () => {
  it('E11 section 1: dispatches inside the township and reviews; everything else goes up', () => {
    const ticket = ofTownship()
    for (const [leadUnitId, coUnitIds] of [
      ['water', []],
      ['town', ['police']],
      ['hill', ['police']],
    ] as const) {
      const outside = () => act(ticket, hillOperator, 'ticket.dispatch', { ...within, leadUnitId, coUnitIds })
      expect(refusal(outside).words).toContain('请交县中心办')
    }
    const given = act(ticket, hillOperator, 'ticket.dispatch', within)
    expect(given.waitsFor).toEqual(['unit:hill-office'])
    expect(relationTo(given, hillHead, county)).toBe('aboveLead')
    expect(act(ticket, hillOperator, 'ticket.dispatch', { ...within, leadUnitId: 'hill' }).leadUnitId).toBe(
      'hill',
    )
  })

  it('R-D2 a township without power stays no lone unit, also at its own centre', () => {
    const ticket = ofTownship({ actor: townOperator })
    const alone = () => act(ticket, townOperator, 'ticket.dispatch', { ...within, leadUnitId: 'town-office' })
    expect(refusal(alone).words).toContain('没有执法权')
  })

  it('section 1: sends up what it cannot settle: the county has it then, and the township no more', () => {
    const up = act(ofTownship(), hillOperator, 'ticket.sendUp', { words: '要水利部门来办' })
    expect(up.waitsFor).toEqual(['centre:centre'])
    expect(told(up)).toEqual(['centre:centre'])
    expect(canRead(up, hillOperator, county)).toBe(false)
    expect(refusal(() => act(up, operator, 'ticket.sendUp', { words: '再交一次' })).words).toContain(
      '已经由县中心办',
    )
    expect(act(up, operator, 'ticket.dispatch', inputs.dispatch).leadUnitId).toBe('water')
  })

  it('E8 E16 E28 what goes to county leaders or meetings is the county’s', () => {
    const ticket = ofTownship()
    const escalate = () =>
      act(ticket, hillOperator, 'ticket.escalate', { leaderId: 'leader-a', words: '呈请阅批' })
    expect(refusal(escalate).words).toContain('请先交县中心办')
    const major = { mark: 'major', on: true, leaderId: 'leader-a' }
    expect(refusal(() => act(ticket, hillOperator, 'ticket.mark', major)).words).toContain('请先交县中心办')
  })

  it('R-D7 what the system sends outside the township becomes the county’s, which reviews it', () => {
    const urgent = ofTownship({ proposal: { urgent: sure(true), leadUnitId: sure('water') } })
    const sent = act(
      urgent,
      { id: 'system', role: 'system' },
      'clock.wake',
      {},
      new Date(MONDAY.getTime() + HOUR),
    )
    expect(sent).toMatchObject({ status: 'dispatched', leadUnitId: 'water' })
    expect(sent).not.toHaveProperty('centreUnitId')
    expect(canRead(sent, hillOperator, county)).toBe(false)
  })
})

describe('the county hands a matter to a township (section 1)', () => {
  const down = (ticket = make()) => act(ticket, operator, 'ticket.sendDown', { unitId: 'hill' })

  it('section 1: the township’s centre has it from then on and is told', () => {
    const ticket = down()
    expect(ticket.waitsFor).toEqual(['centre:hill'])
    expect(told(ticket)).toEqual(['centre:hill'])
    expect(relationTo(ticket, hillOperator, county)).toBe('centre')
    expect(refusal(() => act(ticket, operator, 'ticket.sendDown', { unitId: 'town' })).code).toBe('FORBIDDEN')
  })

  it('section 1: only to a township, never to an accused one, nor what is from above or a leader’s', () => {
    expect(refusal(() => act(make(), operator, 'ticket.sendDown', { unitId: 'water' })).fields).toEqual([
      'unitId',
    ])
    const accusing = make({ submission: { accusedUnitIds: ['hill'] } })
    expect(refusal(() => down(accusing)).words).toContain('被反映单位')
    const above = {
      ...make(),
      superior: { number: '市转 1 号', deadline: new Date(MONDAY.getTime() + 9 * HOUR) },
    }
    expect(refusal(() => down(above)).words).toContain('由县中心办')
    expect(refusal(() => down({ ...make(), others: ['citizen-2'] })).words).toContain('请先撤销并案')
  })

  it('R-T9 matters of two centres are not merged', () => {
    const main = { ...mainTicket, accused: { unitIds: [], personIds: [] } }
    const merge = (ticket: Ticket, more: object) =>
      act(ticket, hillOperator, 'ticket.merge', { mainTicketId: 'main', main: { ...main, ...more } })
    expect(refusal(() => merge(ofTownship(), {})).words).toContain('不在同一个中心')
    expect(merge(ofTownship(), { centreUnitId: 'hill' }).status).toBe('merged')
  })

  it('R-P5 nobody but the centres, leaders and supervision reads that it changed hands, nor a unit of a sensitive one where it began', () => {
    const ticket = down()
    const line = (reader: typeof operator) => describeEvent(ticket.events.at(-1)!, ticket, reader, county)
    expect(line(operator)?.title).toBe('改由hill社情民意服务中心办理')
    expect(line(reporter as typeof operator)).toBeUndefined()
    const secret = ofTownship({ submission: { confidential: true } })
    const given = act(secret, hillOperator, 'ticket.dispatch', { ...within, summary: '某处路面损坏，请核实' })
    expect(describeEvent(given.events.at(-1)!, given, hillHead, county)?.who).toBe('centre单位')
    expect(may('ticket.get', 'unitHead', relationTo(given, hillHead, county))).toBe(true)
    expect(visibleFields(given, hillHead, county).has('centre')).toBe(false)
  })
})
