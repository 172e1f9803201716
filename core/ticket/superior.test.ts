import { act, elapse, inputs, make, MONDAY, submission, envAt, proposal, sure } from './testing/drive'
import { people } from './testing/people'
import { refusal } from './testing/expect'
import { createTicket } from './create'
import { county } from './testing/county'
import { availableCommands } from './commands'
import { momentOf } from './workdays'

const fromAbove = (deadline: Date, caller = false) =>
  createTicket(
    {
      id: 't1',
      number: 'LH20260302-0001',
      channel: 'superior',
      submission: submission(),
      ...(caller && { reporter: { personId: people.reporter.id } }),
      proposal: proposal({ categoryId: sure('tap'), leadUnitId: sure('water') }),
      superior: { number: '市转 12 号', deadline },
      command: { id: 'ticket.intake', input: {}, key: 'k', inputHash: 'h' },
    },
    people.operator,
    envAt(MONDAY, withAuto),
  )
/** Approved by the leader; the reporter, if any, has to rate. */
const approved = (caller: boolean) => {
  const first = instructed(momentOf('2026-03-20', 18), caller)
  const result = act(
    act(first, people.waterHandler, 'ticket.sign'),
    people.waterHead,
    'ticket.submitResult',
    inputs.result,
  )
  return caller ? act(result, people.leader, 'ticket.approve', { overrule: '已核实，可以通过' }) : result
}
const reply = { words: '3 月 5 日以临信复〔2026〕8 号文回复市热线办', photos: ['photos/letter.jpg'] }
const dispatch = { categoryId: 'tap', leadUnitId: 'water', coUnitIds: [], handlingClass: 'threeDay' }
const withAuto = {
  ...county,
  categories: county.categories.map((category) => ({ ...category, autoDispatch: { threshold: 0.5 } })),
}
const instructed = (deadline: Date, caller = false) => {
  const sent = act(fromAbove(deadline, caller), people.operator, 'ticket.escalate', {
    leaderId: people.leader.id,
    words: '上级交办，请领导阅批。',
  })
  return act(sent, people.leader, 'ticket.instruct', {
    words: '请水务局尽快办理。',
    leadUnitId: 'water',
    coUnitIds: [],
  })
}

describe('a matter from above (channel superior)', () => {
  it('takes E8: neither the system nor an operator dispatches it before a leader has instructed', () => {
    const ticket = fromAbove(momentOf('2026-03-20', 18))
    expect(ticket.status).toBe('submitted')
    expect(make({ knowledge: withAuto, proposal: ticket.proposal }).status).toBe('dispatched')
    expect(refusal(() => act(ticket, people.operator, 'ticket.dispatch', dispatch))).toMatchObject({
      code: 'RULE_REFUSED',
    })
  })

  it('the earlier deadline wins', () => {
    const early = momentOf('2026-03-03', 12)
    expect(instructed(early).clock.deadline).toEqual(early)
    const own = instructed(momentOf('2026-12-31', 18)).clock.deadline!
    expect(own.getTime()).toBeLessThan(momentOf('2026-12-31', 18).getTime())
  })

  it('E26 what can only close it is neither offered nor done before the reply went up', () => {
    const ticket = approved(false)
    const offered = (of: typeof ticket) =>
      availableCommands(of, people.operator, { now: of.events.at(-1)!.at, knowledge: county })
    const close = (of: typeof ticket) =>
      act(of, people.operator, 'ticket.closeWithoutReporter', { words: '已核实' })
    expect(offered(ticket)).not.toContain('ticket.closeWithoutReporter')
    expect(refusal(() => close(ticket)).words).toContain('先回复上级')
    const replied = act(ticket, people.operator, 'ticket.replyUpward', reply)
    expect(replied.superior?.replied).toEqual({ round: 1, at: replied.events.at(-1)!.at })
    expect(replied.events.at(-1)!.body).toMatchObject({ ...reply, internal: true })
    expect(close(replied).status).toBe('closed')
    expect(refusal(() => act(replied, people.operator, 'ticket.replyUpward', reply)).words).toContain(
      '已经记录',
    )
  })

  it('E17 a satisfied reporter has rated, and the reply upward is what closes it', () => {
    const rated = act(approved(true), people.reporter, 'ticket.rate', inputs.rating)
    expect(rated).toMatchObject({ status: 'awaitingRating', waitsFor: ['centre:centre'] })
    expect(rated.ratings).toHaveLength(1)
    expect(act(rated, people.operator, 'ticket.replyUpward', reply)).toMatchObject({ status: 'closed' })
  })

  it('E17 rated after the reply, it closes as any other; dissatisfied, it is judged, and a redo is replied to anew', () => {
    const replied = act(approved(true), people.operator, 'ticket.replyUpward', reply)
    expect(act(replied, people.reporter, 'ticket.rate', inputs.rating).status).toBe('closed')
    const judged = act(approved(true), people.reporter, 'ticket.rate', inputs.bad)
    expect(judged.status).toBe('inJudgement')
    const again = act(
      act(judged, people.operator, 'ticket.replyUpward', reply),
      people.operator,
      'ticket.redo',
      {
        words: '请重新办理',
        cause: 'notSolved',
      },
    )
    const unreasonable = act(judged, people.operator, 'ticket.proposeUnreasonable', {
      words: '现场已经恢复供水。',
    })
    const concur = () => act(unreasonable, people.supervisor, 'ticket.concurUnreasonable', { concur: true })
    expect(refusal(concur).words).toContain('先回复上级')
    expect(again.superior?.replied?.round).toBe(1)
    expect(again.round).toBe(2)
  })

  it('E21 time does not close it either, and the centre is reminded a working day before they want the reply', () => {
    let ticket = approved(true)
    for (const [day, hour] of [
      ['2026-03-03', 10],
      ['2026-03-04', 19],
      ['2026-03-05', 10],
    ] as const) {
      ticket = act(
        ticket,
        people.operator,
        'ticket.recordCallback',
        { outcome: 'noAnswer' },
        momentOf(day, hour),
      )
    }
    const late = elapse(ticket, momentOf('2026-03-18', 9))
    expect(late.status).toBe('awaitingRating')
    const told = () => elapse(ticket, momentOf('2026-03-19', 9)).outbox.map(({ title }) => title)
    expect(late.outbox.map(({ title }) => title)).not.toContain('请回复上级')
    expect(told()).toContain('请回复上级')
    const replied = act(late, people.operator, 'ticket.replyUpward', reply, momentOf('2026-03-18', 10))
    expect(elapse(replied, momentOf('2026-03-18', 11)).status).toBe('closed')
  })
})
