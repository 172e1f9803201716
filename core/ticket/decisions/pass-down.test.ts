import { relationTo } from '../access'
import { availableCommands } from '../commands'
import { county } from '../testing/county'
import { act, dispatched, envAt, handling, inputs, make, MONDAY } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import type { Ticket } from '../types'

const { operator, supplyHandler, supplyHead, townHead, waterHandler, waterHead } = people
const down = (ticket: Ticket, by = waterHead, unitId = 'supply') =>
  act(ticket, by, 'ticket.passDown', { unitId, words: '请到现场抢修' })

describe('passing down (R-P2)', () => {
  it('R-P2 to a unit right below, by the same deadline; both have it and both are waited for', () => {
    const ticket = down(dispatched())
    expect(ticket).toMatchObject({
      leadUnitId: 'water',
      passedTo: 'supply',
      status: 'dispatched',
      waitsFor: ['unit:supply', 'unit:water'],
      clock: dispatched().clock,
    })
    expect(ticket.audience).toEqual(expect.arrayContaining(['unit:supply', 'unit:water']))
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'unit:supply', title: '上级单位交办' })
    for (const actor of [supplyHandler, waterHandler]) {
      expect(relationTo(ticket, actor, county)).toBe('leadUnit')
    }
  })

  it('R-P2 the station signs, contacts and notes; the head above hands in the result', () => {
    const signed = act(down(dispatched()), supplyHandler, 'ticket.sign')
    const contact = { how: 'phone', words: '已联系并说明情况' }
    const contacted = act(signed, supplyHandler, 'ticket.firstContact', contact)
    const noted = act(contacted, supplyHandler, 'ticket.note', { words: '正在抢修', photos: [], open: true })
    expect(refusal(() => act(noted, supplyHead, 'ticket.submitResult', inputs.result)).words).toContain(
      '上级单位',
    )
    const result = act(noted, waterHead, 'ticket.submitResult', inputs.result)
    expect(result).toMatchObject({ status: 'inReview', results: [{ unitId: 'water' }] })
  })

  it('R-P2 what the unit above answers for is not offered to the station’s head', () => {
    const offered = (ticket: Ticket) => availableCommands(ticket, supplyHead, envAt(MONDAY))
    for (const id of ['returnTicket', 'passDown', 'submitResult', 'askExtension']) {
      expect(offered(down(dispatched()))).not.toContain(`ticket.${id}`)
      expect(offered(down(handling()))).not.toContain(`ticket.${id}`)
    }
    expect(offered(down(dispatched()))).toContain('ticket.sign')
  })

  it('R-P2 only by the head of the lead unit, only right below, and not twice', () => {
    for (const actor of [waterHandler, operator]) {
      expect(refusal(() => down(handling(), actor)).code).toBe('FORBIDDEN')
    }
    for (const unitId of ['police', 'water', 'county', 'nowhere']) {
      expect(refusal(() => down(handling(), waterHead, unitId)).fields).toEqual(['unitId'])
    }
    expect(refusal(() => down(down(handling()))).fields).toEqual(['unitId'])
    const helped = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, coUnitIds: ['supply'] })
    expect(refusal(() => down(helped)).fields).toEqual(['unitId'])
  })

  it('R-P5 never to an accused unit, which learns nothing of it', () => {
    const summary = '某处供水管道损坏，请核实'
    const accused = make({ submission: { accusedUnitIds: ['supply'] } })
    const ticket = act(accused, operator, 'ticket.dispatch', { ...inputs.dispatch, summary })
    expect(refusal(() => down(ticket)).words).toContain('被反映单位')
  })

  it('R-P2 taken back by the centre, the station has it no more; in a redo it still does', () => {
    const back = act(down(handling()), operator, 'ticket.reassign', { words: '派错了单位' })
    expect(back).not.toHaveProperty('passedTo')
    expect(back.audience).not.toContain('unit:supply')
    const review = act(down(handling()), waterHead, 'ticket.submitResult', inputs.result)
    const again = act(review, operator, 'ticket.sendBack', { missing: '请补充现场照片' })
    expect(again.waitsFor).toContain('unit:supply')
    expect(again.outbox.map(({ to, title }) => `${to} ${title}`)).toContain('unit:supply 结果退回补办')
    expect(relationTo(again, townHead, county)).toBe('none')
  })
})
