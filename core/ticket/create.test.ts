import { verifyChain } from './chain'
import { checkIntake, receiptOf } from './create'
import { county } from './testing/county'
import { act, digest, make, MONDAY, submission, sure } from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'
import { momentOf } from './workdays'

describe('submission (R-T1)', () => {
  it('R-T1 R-T8 the first event carries the reporter’s words and starts the centre’s clock', () => {
    const ticket = make()
    expect(ticket).toMatchObject({ status: 'submitted', round: 1, version: 1, number: 'LH20260302-0001' })
    expect(ticket.events).toHaveLength(1)
    expect(ticket.events[0]).toMatchObject({
      seq: 1,
      type: 'ticket.submit',
      to: 'submitted',
      by: { personId: 'citizen-1', role: 'citizen' },
      body: { words: submission().words, facts: { knowledge: 7 } },
    })
    expect(ticket.events[0]).not.toHaveProperty('from')
    expect(verifyChain(ticket, digest)).toEqual({ ok: true })
    // R-L6: 4 working hours from 09:00.
    expect(ticket.clock.screenBy).toEqual(momentOf('2026-03-02', 15))
    expect(ticket.waitsFor).toEqual(['centre:centre'])
    expect(ticket.outbox.map(({ to }) => to)).toEqual(['person:citizen-1'])
  })

  it('the title is the start of the words, without personal numbers; of a sensitive ticket only its sort (R-P5)', () => {
    expect(make().title).toBe('我家自来水停了三天，一直没有人来修水管')
    const words = '请打我电话13812345678，路灯坏了很久没有人来修理非常不方便'
    expect(make({ submission: { words } }).title).toBe('请打我电话***，路灯坏了很久没有人来修理非常…')
    expect(make({ submission: { kind: 'report' } }).title).toBe('保密件 · 供水')
  })

  it('R-P5 a tip-off is confidential from the start', () => {
    expect(make({ submission: { kind: 'report' } }).confidential).toBe(true)
  })

  it.each([
    ['place.townshipId', { place: { townshipId: 'water' } }],
    ['place.villageId', { place: { townshipId: 'town2', villageId: 'village' } }],
    ['accusedUnitIds', { accusedUnitIds: ['nowhere'] }],
    ['accusedUnitIds', { accusedUnitIds: ['county'] }],
    ['accusedUnitIds', { accusedUnitIds: ['centre', 'supervision'] }],
  ])('names the field when the place or the accused cannot be: %s', (field, rest) => {
    expect(refusal(() => make({ submission: rest }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [field],
    })
  })

  it('section 1: an agent files no complaint or tip-off about its own village', () => {
    const filing = (accusedUnitIds: string[]) => () =>
      make({ actor: people.agent, channel: 'agent', submission: { kind: 'complaint', accusedUnitIds } })
    expect(refusal(filing(['village'])).code).toBe('RULE_REFUSED')
    expect(refusal(filing(['town'])).code).toBe('RULE_REFUSED')
    expect(filing(['water'])().filedBy).toBe('agent')
  })

  it('tells the submitter what happens next and by when', () => {
    expect(receiptOf(make(), county)).toEqual({
      next: 'centre单位将在 3月2日 15:00 前受理。',
      until: momentOf('2026-03-02', 15).getTime(),
    })
  })
})

describe('automatic dispatch (R-D4)', () => {
  const lamp = {
    categoryId: sure('lamp'),
    leadUnitId: sure('police'),
    handlingClass: sure('instant' as const),
  }

  it('R-D4 dispatches at once where the category allows it and the proposal is sure', () => {
    const ticket = make({ proposal: lamp })
    expect(ticket.status).toBe('dispatched')
    expect(ticket.events.map(({ type, edge }) => [type, edge])).toEqual([
      ['ticket.submit', undefined],
      ['clock.autoDispatch', 'E11'],
    ])
    expect(ticket.events[1]!.by).toEqual({ personId: 'system', role: 'system' })
    expect(ticket.events[1]!.key).not.toBe(ticket.events[0]!.key)
    expect(receiptOf(ticket, county).next).toBe('已交police单位办理，预计 3月2日 18:00 前办结。')
  })

  it.each([
    ['a category that does not allow it', { proposal: { ...lamp, categoryId: sure('tap') } }],
    [
      'too little confidence in the category',
      { proposal: { ...lamp, categoryId: { ...sure('lamp'), confidence: 0.79 } } },
    ],
    [
      'too little confidence in the unit',
      { proposal: { ...lamp, leadUnitId: { ...sure('police'), confidence: 0.5 } } },
    ],
    ['a confidential ticket', { proposal: lamp, submission: { confidential: true } }],
    ['a tip-off', { proposal: lamp, submission: { kind: 'report' as const } }],
    ['a guessed tip-off', { proposal: { ...lamp, kind: sure('report' as const) } }],
    ['a suggestion', { proposal: lamp, submission: { kind: 'suggestion' as const } }],
    ['an accused unit', { proposal: lamp, submission: { accusedUnitIds: ['water'] } }],
    ['a possible duplicate', { proposal: lamp, possiblyDuplicate: true }],
    ['R-D2 a lone township without power', { proposal: { ...lamp, leadUnitId: sure('town') } }],
  ])('R-D4 leaves it to an operator: %s', (_, made) => {
    expect(make(made).status).toBe('submitted')
  })
})

describe('urgent matters at creation (R-D7)', () => {
  const urgent = { urgent: sure(true), leadUnitId: sure('water') }

  it('R-D7 asks the centre at once where the words leave it open whether there is danger', () => {
    const doubtful = { urgent: { value: false, confidence: 0.5, reasons: [] } }
    const asked = make({ proposal: doubtful }).outbox.filter(({ urgent }) => urgent)
    expect(asked).toEqual([expect.objectContaining({ to: 'centre:centre', title: '可能紧急，请马上核实' })])
    expect(asked[0]!.words).not.toContain('自来水停了')
  })

  it('R-D7 alerts the centre’s and the unit’s duty officers at once and wakes in 5 minutes', () => {
    const ticket = make({ proposal: urgent })
    expect(ticket.outbox.filter(({ urgent: now }) => now).map(({ to, template }) => [to, template])).toEqual([
      ['centre:centre', 'ticket.alert'],
      ['duty:centre', 'ticket.alert'],
      ['duty:water', 'ticket.alert'],
    ])
    expect(ticket.wakeAt).toEqual(new Date(MONDAY.getTime() + 5 * 60_000))
    expect(receiptOf(ticket, county).advice).toContain('110')
    // 60 minutes to that township, by the wall clock.
    expect(ticket.outbox.at(-1)!.words).toContain('3月2日 10:00')
  })

  it('R-P5 never alerts an accused unit, and says nothing of the reporter’s words', () => {
    const ticket = make({ proposal: urgent, submission: { accusedUnitIds: ['water'], confidential: true } })
    expect(ticket.outbox.map(({ to }) => to)).not.toContain('duty:water')
    expect(ticket.outbox.map(({ words }) => words).join('')).not.toContain('停了三天')
  })

  it('a step of staff before the 5 minutes is an answer to the alert', () => {
    const asked = act(make({ proposal: urgent }), people.operator, 'ticket.ask', { words: '请问在哪里' })
    expect(asked.wakeAt!.getTime()).toBeGreaterThan(MONDAY.getTime() + 3600_000)
  })
})

describe('entered by an operator (R-T5)', () => {
  it('R-T5 a matter from above, and no other, names its number there and a deadline', () => {
    const superior = { number: '市转 12 号', deadline: 0 }
    const check = (channel: 'phone' | 'superior', from: object | undefined) =>
      checkIntake(channel, from, people.operator, county)
    expect(refusal(() => check('superior', undefined)).fields).toEqual(['superior'])
    expect(refusal(() => check('phone', superior)).fields).toEqual(['superior'])
    expect(() => check('superior', superior)).not.toThrow()
    expect(() => check('phone', undefined)).not.toThrow()
  })
})
