import { act, awaitingRating, closed, inJudgement, inputs } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { answered, redone } from '../testing/stages'
import { momentOf } from '../workdays'

const { operator, operator2, reporter, supervisor } = people
const words = { words: '经核实反映人的诉求缺少政策依据' }
const redo =
  (rest: Record<string, unknown> = {}, ticket = inJudgement()) =>
  () =>
    act(ticket, operator, 'ticket.redo', { words: '请重新办理', cause: 'notSolved', ...rest })
const proposed = (ticket = inJudgement()) => act(ticket, operator, 'ticket.proposeUnreasonable', words)

describe('redo (E19, E24, R-C4)', () => {
  it('E19 R-C4 the same unit again, next round, new deadline, key supervision', () => {
    const ticket = redo()()
    expect(ticket).toMatchObject({ status: 'handling', round: 2, leadUnitId: 'water', keySupervision: true })
    expect(ticket.clock.deadline).toEqual(momentOf('2026-03-05', 18))
    expect(ticket.clock).not.toHaveProperty('handedInAt')
    expect(ticket.outbox.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['person:head-water', 'supervision']),
    )
  })

  it('R-L1 a set date, in the future and not beyond a complex matter’s', () => {
    const deadline = momentOf('2026-03-10', 12)
    expect(redo({ deadline: deadline.getTime() })().clock.deadline).toEqual(deadline)
    expect(refusal(redo({ deadline: momentOf('2026-03-01', 12).getTime() })).fields).toEqual(['deadline'])
    expect(refusal(redo({ deadline: momentOf('2026-05-01', 12).getTime() })).fields).toEqual(['deadline'])
  })

  it('R-C4 the second redo goes to the leader in charge as well', () => {
    expect(redo()().audience).not.toContain('leader:leader-a')
    const second = redo({}, redone(1))()
    expect(second.audience).toContain('leader:leader-a')
    expect(second.outbox.at(-1)).toMatchObject({ to: 'leader:leader-a', title: '有事项再次重办' })
  })

  it('R-C4 after the third 不满意 a meeting decides one last redo, or E28', () => {
    const third = redone(2)
    expect(refusal(redo({}, third)).fields).toEqual(['meeting'])
    expect(redo({ meeting: '三月第一次会议' }, third)()).toMatchObject({ status: 'handling', round: 4 })
    expect(refusal(redo({ meeting: '三月第二次会议' }, redone(3))).words).toContain('最后一次重办')
  })

  it('E24 where no unit was ever dispatched the centre decides anew', () => {
    const judged = act(answered(), reporter, 'ticket.rate', inputs.bad)
    const ticket = redo({}, judged)()
    expect(ticket).toMatchObject({ status: 'submitted', round: 2, waitsFor: ['centre:centre'] })
    expect(ticket.events.at(-1)!.edge).toBe('E24')
  })
})

describe('conclusion (E28)', () => {
  const conclude = (ticket: ReturnType<typeof inJudgement>) => () =>
    act(ticket, operator, 'ticket.conclude', {
      words: '经会议研究，维持原办理意见',
      meeting: '三月第一次会议',
    })

  it('E28 R-C4 only after the third 不满意; it counts as dissatisfied', () => {
    expect(refusal(conclude(redone(1))).code).toBe('RULE_REFUSED')
    const ticket = conclude(redone(2))()
    expect(ticket.status).toBe('closed')
    expect(ticket.ratings.at(-1)!.result).toBe('dissatisfied')
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'person:citizen-1', title: '已有结论' })
    expect(conclude(redone(3))().status).toBe('closed')
  })
})

describe('unreasonable (E20)', () => {
  it('E20 an operator proposes, supervision concurs, the reporter gets the explanation', () => {
    const ticket = proposed()
    expect(ticket).toMatchObject({ status: 'inJudgement', waitsFor: ['supervision'] })
    const done = act(ticket, supervisor, 'ticket.concurUnreasonable', { concur: true })
    expect(done.status).toBe('closed')
    expect(done.events.at(-1)).toMatchObject({ edge: 'E20', body: { words: words.words } })
    expect(done.outbox.at(-1)).toMatchObject({ to: 'person:citizen-1', title: '已有说明' })
  })

  it('E20 without a proposal, or by one person alone, nothing is concluded (R-P7)', () => {
    const concur = { concur: true }
    expect(refusal(() => act(inJudgement(), supervisor, 'ticket.concurUnreasonable', concur)).code).toBe(
      'RULE_REFUSED',
    )
    expect(refusal(() => act(proposed(), operator2, 'ticket.concurUnreasonable', concur)).code).toBe(
      'FORBIDDEN',
    )
    const same = {
      ...proposed(),
      judgement: { unreasonable: { byId: supervisor.id, words: '', at: new Date(0) } },
    }
    expect(refusal(() => act(same, supervisor, 'ticket.concurUnreasonable', concur)).words).toContain(
      '两个人',
    )
  })

  it('E20 not concurred: back to the operator, who decides anew', () => {
    const back = act(proposed(), supervisor, 'ticket.concurUnreasonable', {
      concur: false,
      words: '理由不足',
    })
    expect(back).toMatchObject({ status: 'inJudgement', waitsFor: ['centre:centre'] })
    expect(back).not.toHaveProperty('judgement')
    expect(redo({}, back)().status).toBe('handling')
  })

  it('E20 while supervision considers it the operator waits', () => {
    expect(refusal(redo({}, proposed())).words).toContain('督查局')
    expect(refusal(() => proposed(proposed())).words).toContain('督查局')
  })

  it('a later round starts without the old proposal', () => {
    const done = act(proposed(), supervisor, 'ticket.concurUnreasonable', { concur: true })
    const again = act(done, supervisor, 'ticket.orderRedo', { words: '说明依据不足，请重办' })
    expect(again).toMatchObject({ status: 'handling', round: 2 })
    expect(again).not.toHaveProperty('judgement')
    expect(again).not.toHaveProperty('closedAt')
  })
})

describe('look-back (E22)', () => {
  const order = { words: '现场与答复不符，请重办' }

  it('E22 from a waiting rating or a closed ticket, next round, rated again', () => {
    for (const ticket of [awaitingRating(), closed()]) {
      expect(act(ticket, supervisor, 'ticket.orderRedo', order)).toMatchObject({
        status: 'handling',
        round: 2,
      })
    }
    expect(refusal(() => act(closed(), operator, 'ticket.orderRedo', order)).code).toBe('FORBIDDEN')
  })

  it('E24 of a closed direct answer; before the rating there is no such edge', () => {
    expect(refusal(() => act(answered(), supervisor, 'ticket.orderRedo', order)).code).toBe('RULE_REFUSED')
    const rated = act(answered(), reporter, 'ticket.rate', inputs.rating)
    expect(act(rated, supervisor, 'ticket.orderRedo', order)).toMatchObject({ status: 'submitted', round: 2 })
  })
})
