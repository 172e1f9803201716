import { act, dispatched, inputs, make, MONDAY, sure } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { answered, collected, refused, suggestion } from '../testing/stages'
import { momentOf } from '../workdays'

const { operator, operator2, reporter } = people
const appealed = () => act(refused(), reporter, 'ticket.appeal', { words: '这件事属于本县管理', photos: [] })

describe('not accepted and appeal (E1, E2)', () => {
  it('E1 says why and where to go instead', () => {
    const ticket = refused()
    expect(ticket).toMatchObject({
      status: 'notAccepted',
      waitsFor: [],
      refusal: { reason: 'notOurs', goTo: '可到县法院咨询', byId: 'operator-1', appealed: false },
    })
    expect(ticket.refusal!.appealUntil).toEqual(momentOf('2026-03-09', 18))
    expect(ticket.outbox.at(-1)!.words).toContain('可到县法院咨询')
  })

  it('E2 R-P7 one appeal, decided by another operator', () => {
    const ticket = appealed()
    expect(ticket.status).toBe('submitted')
    for (const [id, input] of [
      ['ticket.dispatch', inputs.dispatch],
      ['ticket.answer', { words: '按规定可以到窗口办理' }],
      ['ticket.refuse', { reason: 'notOurs', goTo: '县法院' }],
      ['ticket.escalate', { leaderId: 'leader-a', words: '呈请阅批' }],
    ] as const) {
      expect(refusal(() => act(ticket, operator, id, { ...input })).words).toContain('另一位办理员')
    }
    expect(act(ticket, operator2, 'ticket.dispatch', inputs.dispatch).status).toBe('dispatched')
  })

  it('E2 no second appeal, none after 5 working days', () => {
    const again = act(appealed(), operator2, 'ticket.refuse', { reason: 'notOurs', goTo: '县法院' })
    const appeal = { words: '这件事属于本县管理', photos: [] }
    expect(refusal(() => act(again, reporter, 'ticket.appeal', appeal)).words).toBe('已经申诉过一次')
    const late = () => act(refused(), reporter, 'ticket.appeal', appeal, momentOf('2026-03-09', 18.1))
    expect(refusal(late).words).toBe('已经过了申诉期限')
    expect(act(refused(), reporter, 'ticket.appeal', appeal, momentOf('2026-03-09', 18)).status).toBe(
      'submitted',
    )
  })
})

describe('answered by the centre (E3)', () => {
  const asked = { words: '按规定可以到窗口办理', asked: true, ...inputs.rating, said: '谢谢，明白了' }
  const onThePhone = () => make({ channel: 'phone', actor: operator })

  it('E3 E17 R-C1 asked in the same call, it is answered, called back and closed in one step of two events', () => {
    const ticket = act(onThePhone(), operator, 'ticket.answer', asked)
    expect(ticket).toMatchObject({
      status: 'closed',
      callbacks: [{ outcome: 'answered', words: asked.said }],
    })
    expect(ticket.ratings).toMatchObject([{ by: 'phone', result: 'satisfied', words: asked.said }])
    expect(ticket.events.slice(-2).map(({ type, edge }) => [type, edge])).toEqual([
      ['ticket.answer', 'E3'],
      ['ticket.recordCallback', 'E17'],
    ])
  })

  it('E3 E18 R-C2 dissatisfied in the same call it is judged; without a reason nothing is done at all', () => {
    const bad = { ...asked, ...inputs.bad }
    expect(act(onThePhone(), operator, 'ticket.answer', bad).status).toBe('inJudgement')
    const without = () => act(onThePhone(), operator, 'ticket.answer', { ...bad, reasons: [] })
    expect(refusal(without).fields).toEqual(['reasons'])
    expect(refusal(() => act(make(), operator, 'ticket.answer', asked)).fields).toEqual(['asked'])
  })

  it('E3 the answer is kept where the reporter reads results', () => {
    const ticket = answered()
    expect(ticket.status).toBe('awaitingRating')
    expect(ticket.results).toMatchObject([
      { unitId: 'centre', state: 'approved', found: '按规定可以到窗口办理' },
    ])
    expect(ticket.waitsFor).toEqual(['centre:centre', 'person:citizen-1'])
  })

  it('E3 on a live call the rating follows at once', () => {
    const input = { outcome: 'answered', ...inputs.rating }
    expect(act(answered(), operator, 'ticket.recordCallback', input).status).toBe('closed')
  })

  it('E3 not for an anonymous ticket: nobody would get the answer', () => {
    const run = () => act(make({ reporter: null }), operator, 'ticket.answer', { words: '可以到窗口办理' })
    expect(refusal(run).code).toBe('RULE_REFUSED')
  })
})

describe('suggestions and praise (E4, E5, E29)', () => {
  it('E4 only suggestions are collected, answered by the 10th of the next month', () => {
    expect(refusal(() => act(make(), operator, 'ticket.collect')).words).toBe('只有建议才能采集')
    const ticket = collected()
    expect(ticket).toMatchObject({ status: 'collected', kind: 'suggestion' })
    expect(ticket.clock.stepBy).toEqual(momentOf('2026-04-10', 18))
  })

  it('E4 an urgent suggestion goes to the leader at once', () => {
    const urgent = make({ submission: { kind: 'suggestion' }, proposal: { urgent: sure(true) } })
    const ticket = collected(urgent)
    expect(ticket.audience).toContain('leader:leader-a')
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'leader:leader-a', urgent: true })
    const input = { adopted: true, words: '建议已采纳并安排' }
    expect(act(ticket, people.leader, 'ticket.concludeSuggestion', input).status).toBe('closed')
    expect(refusal(() => act(ticket, people.leader2, 'ticket.concludeSuggestion', input)).code).toBe(
      'NOT_FOUND',
    )
  })

  it('E5 closes with a reply; the rating is optional, once, moves nothing; no redo', () => {
    const input = { adopted: false, words: '已记录，纳入研究' }
    const ticket = act(collected(), operator, 'ticket.concludeSuggestion', input)
    expect(ticket).toMatchObject({ status: 'closed', suggestion: { adopted: false } })
    const rated = act(ticket, reporter, 'ticket.rate', inputs.bad)
    expect(rated.status).toBe('closed')
    expect(refusal(() => act(rated, reporter, 'ticket.rate', inputs.rating)).words).toBe(
      '这一轮您已经评价过了',
    )
    const redo = { words: '请重新办理' }
    expect(refusal(() => act(ticket, people.supervisor, 'ticket.orderRedo', redo)).code).toBe('RULE_REFUSED')
  })

  it('E29 praise is passed on, never to an accused unit', () => {
    const praise = (accusedUnitIds: string[]) =>
      make({ submission: { kind: 'praise', accusedUnitIds }, proposal: { kind: sure('praise') } })
    const ticket = act(praise([]), operator, 'ticket.passOnPraise', { unitId: 'water' })
    expect(ticket.status).toBe('closed')
    expect(ticket.outbox.at(-1)!.to).toBe('unit:water')
    expect(
      refusal(() => act(praise(['water']), operator, 'ticket.passOnPraise', { unitId: 'supply' })).code,
    ).toBe('RULE_REFUSED')
    expect(refusal(() => act(praise([]), operator, 'ticket.passOnPraise', { unitId: 'x' })).fields).toEqual([
      'unitId',
    ])
    expect(refusal(() => act(make(), operator, 'ticket.passOnPraise', {})).words).toBe('只有表扬才能转达')
    expect(act(praise([]), operator, 'ticket.passOnPraise', {}).status).toBe('closed')
  })

  it('R-C5 a matter opened again leaves the figures by no other door', () => {
    const bad = act(answered(suggestion()), reporter, 'ticket.rate', inputs.bad)
    const again = act(bad, operator, 'ticket.redo', { words: '请重新答复', cause: 'notSolved' })
    expect(again).toMatchObject({ status: 'submitted', round: 2 })
    for (const id of ['ticket.refuse', 'ticket.collect']) {
      expect(refusal(() => act(again, operator, id, { reason: 'notOurs', goTo: '县法院' })).code).toBe(
        'RULE_REFUSED',
      )
    }
  })
})

it('R-L6 the centre’s own clock starts again whenever a ticket comes back to it', () => {
  const back = act(
    dispatched(),
    operator,
    'ticket.reassign',
    { words: '派错了单位' },
    momentOf('2026-03-03', 9),
  )
  expect(back.clock.screenBy).toEqual(momentOf('2026-03-03', 15))
  expect(back.clock.submittedAt).toEqual(MONDAY)
  expect(back).not.toHaveProperty('leadUnitId')
})
