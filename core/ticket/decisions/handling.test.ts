import { act, dispatched, handling, inputs, inReview, make } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { instructed } from '../testing/stages'
import { momentOf } from '../workdays'

const { operator, operator2, reporter, waterHandler, waterHead, policeHandler, supervisor } = people
const secret = () => handlingOf(make({ submission: { confidential: true } }))
const handlingOf = (ticket = make(), rest = {}) =>
  act(
    act(ticket, operator, 'ticket.dispatch', { ...inputs.dispatch, summary: '某处供水管道损坏', ...rest }),
    waterHandler,
    'ticket.sign',
  )

describe('sign and return (E12, E13)', () => {
  it('E12 handler or head of the lead unit signs; a co-unit, the head above and the centre do not', () => {
    expect(handling()).toMatchObject({ status: 'handling', waitsFor: ['unit:water'] })
    const below = act(make(), operator, 'ticket.dispatch', {
      ...inputs.dispatch,
      leadUnitId: 'supply',
      coUnitIds: ['police'],
    })
    for (const actor of [policeHandler, waterHead, operator]) {
      expect(refusal(() => act(below, actor, 'ticket.sign')).code).toBe('FORBIDDEN')
    }
    expect(refusal(() => act(below, waterHandler, 'ticket.sign')).code).toBe('NOT_FOUND')
  })

  const back = { ground: 'notOurPower', basis: '供水条例第三条', suggestedUnitId: 'police' }

  it('E13 the head returns it once, with ground, basis and a suggested unit', () => {
    const ticket = act(dispatched(), waterHead, 'ticket.returnTicket', back)
    expect(ticket).toMatchObject({ status: 'submitted', returnedOnce: true, waitsFor: ['centre:centre'] })
    expect(ticket.events.at(-1)!.body!.facts).toMatchObject({ suggestedUnitId: 'police', unitId: 'water' })
    expect(ticket).not.toHaveProperty('leadUnitId')
    const again = dispatched(ticket)
    expect(refusal(() => act(again, waterHead, 'ticket.returnTicket', back)).words).toContain('不能再退')
    expect(refusal(() => act(dispatched(), waterHandler, 'ticket.returnTicket', back)).code).toBe('FORBIDDEN')
  })

  it('E13 within 1 working day, instant within 2 working hours', () => {
    const at = (day: string, hour: number) => momentOf(day, hour)
    expect(act(dispatched(), waterHead, 'ticket.returnTicket', back, at('2026-03-03', 18)).status).toBe(
      'submitted',
    )
    expect(
      refusal(() => act(dispatched(), waterHead, 'ticket.returnTicket', back, at('2026-03-03', 18.1))).words,
    ).toBe('已经过了退单时限')
    const instant = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, handlingClass: 'instant' })
    expect(
      refusal(() => act(instant, waterHead, 'ticket.returnTicket', back, at('2026-03-02', 11.6))).words,
    ).toBe('已经过了退单时限')
  })

  it('E13 not when a leader designated the unit, nor once it is signed', () => {
    expect(refusal(() => act(instructed(), waterHead, 'ticket.returnTicket', back)).words).toContain(
      '领导指定',
    )
    expect(refusal(() => act(handling(), waterHead, 'ticket.returnTicket', back)).code).toBe('WRONG_STATE')
  })

  it('E13 suggests a unit that exists and is not accused', () => {
    const ticket = act(
      make({ submission: { accusedUnitIds: ['police'] } }),
      operator,
      'ticket.dispatch',
      inputs.dispatch,
    )
    expect(refusal(() => act(ticket, waterHead, 'ticket.returnTicket', back)).code).toBe('RULE_REFUSED')
    const nowhere = { ...back, suggestedUnitId: 'nowhere' }
    expect(refusal(() => act(ticket, waterHead, 'ticket.returnTicket', nowhere)).fields).toEqual([
      'suggestedUnitId',
    ])
  })
})

describe('notes (R-H2)', () => {
  const note = (open: boolean) => ({ words: '已到现场查看', photos: [], open })

  it('R-H2 an open note tells the reporter, an internal one does not', () => {
    expect(act(handling(), waterHandler, 'ticket.note', note(true)).outbox.at(-1)).toMatchObject({
      to: 'person:citizen-1',
      title: '您反映的事项有新进展',
    })
    const before = handling()
    const internal = act(before, waterHandler, 'ticket.note', note(false))
    expect(internal.outbox).toEqual(before.outbox)
    expect(internal.events.at(-1)!.body!.internal).toBe(true)
  })

  it('R-P5 a unit’s open note on a sensitive ticket goes through the centre', () => {
    expect(refusal(() => act(secret(), waterHandler, 'ticket.note', note(true))).words).toContain('中心转告')
    expect(act(secret(), waterHandler, 'ticket.note', note(false)).events.at(-1)!.type).toBe('ticket.note')
    expect(act(secret(), operator, 'ticket.note', note(true)).outbox.at(-1)!.to).toBe('person:citizen-1')
  })

  it('R-H2 a unit writes while it has the ticket; supervision writes internally; nobody after the end', () => {
    expect(refusal(() => act(handling(), supervisor, 'ticket.note', note(true))).code).toBe('RULE_REFUSED')
    expect(act(handling(), supervisor, 'ticket.note', note(false)).status).toBe('handling')
    expect(act(inReview(), waterHandler, 'ticket.note', note(true)).status).toBe('inReview')
    const rating = act(inReview(), operator, 'ticket.approve', { overrule: '可以通过' })
    expect(refusal(() => act(rating, waterHandler, 'ticket.note', note(true))).words).toContain(
      '不在承办阶段',
    )
    const done = act(rating, reporter, 'ticket.rate', inputs.rating)
    expect(refusal(() => act(done, operator, 'ticket.note', note(true))).code).toBe('WRONG_STATE')
  })
})

describe('first contact (R-H1)', () => {
  const contact = (how: string) => ({ how, words: '已联系并说明情况' })

  it('R-H1 the lead unit records when and how', () => {
    const ticket = act(handling(), waterHandler, 'ticket.firstContact', contact('phone'))
    expect(ticket.contacts).toMatchObject([{ round: 1, how: 'phone', byId: 'handler-water' }])
    expect(refusal(() => act(handling(), operator, 'ticket.firstContact', contact('phone'))).words).toContain(
      '承办单位',
    )
    expect(refusal(() => act(ticket, waterHandler, 'ticket.firstContact', contact('visit'))).words).toContain(
      '已经记下首次联系',
    )
  })

  it('R-P5 on a sensitive ticket the unit asks the centre, which makes the contact', () => {
    expect(
      refusal(() => act(secret(), waterHandler, 'ticket.firstContact', contact('phone'))).words,
    ).toContain('中心转达')
    const relayed = act(secret(), waterHandler, 'ticket.firstContact', contact('throughCentre'))
    expect(relayed.outbox.at(-1)).toMatchObject({ to: 'centre:centre', title: '请向反映人转达' })
    expect(
      refusal(() => act(relayed, waterHandler, 'ticket.firstContact', contact('throughCentre'))).words,
    ).toContain('已经记下首次联系')
    expect(act(relayed, operator2, 'ticket.firstContact', contact('phone')).contacts).toHaveLength(2)
  })

  it('R-H1 not applicable to an anonymous ticket', () => {
    const anonymous = handlingOf(make({ reporter: null }))
    expect(
      refusal(() => act(anonymous, waterHandler, 'ticket.firstContact', contact('phone'))).words,
    ).toContain('匿名')
  })
})

describe('identity (R-P4, R-X6)', () => {
  it('R-P4 operators for any purpose, the lead unit’s people for contact and never on a sensitive ticket', () => {
    const unmask =
      (actor: typeof operator, purpose: string, ticket = handling()) =>
      () =>
        act(ticket, actor, 'ticket.unmask', { purpose })
    expect(unmask(operator, 'callback')().events.at(-1)).toMatchObject({
      type: 'ticket.unmask',
      body: { internal: true, facts: { purpose: 'callback' } },
    })
    expect(unmask(waterHandler, 'contact')().status).toBe('handling')
    expect(refusal(unmask(waterHandler, 'callback')).code).toBe('RULE_REFUSED')
    expect(refusal(unmask(waterHandler, 'contact', secret())).words).toContain('不对承办单位公开')
    expect(refusal(unmask(supervisor, 'contact')).code).toBe('FORBIDDEN')
    expect(refusal(unmask(operator, 'callback', make({ reporter: null }))).code).toBe('RULE_REFUSED')
  })
})
