import { availableCommands } from '../commands'
import { act, envAt, inputs, inReview, make, MONDAY } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import type { Ticket } from '../types'

const { operator, policeHandler, policeHead, reporter, supplyHandler, waterHandler, waterHead } = people
const part = { words: '已经配合封路施工', photos: ['photos/p.jpg'] }
/** The water department leads, the police and the supply station help. */
const helped = (coUnitIds = ['police']): Ticket =>
  act(
    act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, coUnitIds }),
    waterHandler,
    'ticket.sign',
  )
const report = (ticket: Ticket, by = policeHandler) => act(ticket, by, 'ticket.coUnitPart', part)
const object = (ticket: Ticket, by = policeHead) =>
  act(ticket, by, 'ticket.coUnitObject', { words: '封路不是本单位职责' })

describe('co-units (R-H3)', () => {
  it('R-H3 a co-unit reports its part once a round; the lead is told and it is waited for no more', () => {
    expect(helped().waitsFor).toEqual(['unit:police', 'unit:water'])
    const done = report(helped())
    const at = done.events.at(-1)!.at
    expect(done).toMatchObject({
      status: 'handling',
      waitsFor: ['unit:water'],
      coUnits: [{ unitId: 'police', doneAt: at }],
      progressAt: at,
    })
    expect(done.outbox.at(-1)).toMatchObject({ to: 'unit:water', title: '协办单位已报送' })
    expect(done.events.at(-1)!.body).toMatchObject({ internal: true, photos: part.photos })
    expect(refusal(() => report(done)).words).toContain('已经报送')
    expect(availableCommands(done, policeHandler, envAt(MONDAY))).not.toContain('ticket.coUnitPart')
  })

  it('R-H3 only for one’s own part: neither the lead, nor the centre, nor the reporter', () => {
    for (const actor of [waterHead, operator, reporter]) {
      expect(refusal(() => report(helped(), actor)).code).toBe('FORBIDDEN')
    }
    const both = report(helped(['police', 'supply']), supplyHandler)
    expect(both.coUnits).toMatchObject([{ unitId: 'police' }, { unitId: 'supply', doneAt: expect.any(Date) }])
    expect(both.coUnits[0]).not.toHaveProperty('doneAt')
  })

  it('R-H3 it objects once, by its head, with reason, to the operator; the part stays due', () => {
    const objected = object(helped())
    expect(objected.coUnits).toMatchObject([
      { unitId: 'police', objectedAt: expect.any(Date), due: expect.any(Date) },
    ])
    expect(objected.outbox.at(-1)).toMatchObject({ to: 'centre:centre', title: '协办单位有异议' })
    expect(objected.waitsFor).toContain('unit:police')
    expect(refusal(() => object(objected)).words).toBe('异议只能提一次')
    expect(refusal(() => object(helped(), policeHandler)).code).toBe('FORBIDDEN')
    expect(refusal(() => object(report(helped()))).words).toContain('已经报送')
    expect(report(objected).coUnits[0]).toHaveProperty('doneAt')
  })

  it('R-H3 the lead may submit without it: the result names who was missing', () => {
    const without = inReview(helped(['police', 'supply']))
    expect(without.results[0]!.withoutUnitIds).toEqual(['police', 'supply'])
    expect(without.events.at(-1)!.body!.facts).toMatchObject({ withoutUnitIds: ['police', 'supply'] })
    const whole = inReview(report(helped()))
    expect(whole.results[0]).not.toHaveProperty('withoutUnitIds')
    expect(whole.events.at(-1)!.body!.facts).not.toHaveProperty('withoutUnitIds')
  })

  it('R-H3 sent back, a part reported stays reported; in the next round each reports anew', () => {
    const back = act(inReview(report(helped())), operator, 'ticket.sendBack', { missing: '请补充现场照片' })
    expect(back.coUnits[0]).toHaveProperty('doneAt')
    const answered = act(inReview(report(object(helped()))), operator, 'ticket.approve', {
      overrule: '已核实，可以通过',
    })
    const rated = act(answered, reporter, 'ticket.rate', inputs.bad)
    const again = act(rated, operator, 'ticket.redo', { words: '请重新办理', cause: 'notSolved' })
    expect(again.coUnits[0]).not.toHaveProperty('doneAt')
    expect(again.waitsFor).toContain('unit:police')
    // The once of the objection is the ticket's.
    expect(refusal(() => object(again)).words).toBe('异议只能提一次')
  })
})
