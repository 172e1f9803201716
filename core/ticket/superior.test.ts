import { act, make, MONDAY, submission, envAt, proposal, sure } from './testing/drive'
import { people } from './testing/people'
import { refusal } from './testing/expect'
import { createTicket } from './create'
import { county } from './testing/county'
import { momentOf } from './workdays'

const fromAbove = (deadline: Date) =>
  createTicket(
    {
      id: 't1',
      number: 'LH20260302-0001',
      channel: 'superior',
      submission: submission(),
      proposal: proposal({ categoryId: sure('tap'), leadUnitId: sure('water') }),
      superior: { number: '市转 12 号', deadline },
      command: { id: 'ticket.intake', input: {}, key: 'k', inputHash: 'h' },
    },
    people.operator,
    envAt(MONDAY, withAuto),
  )
const dispatch = { categoryId: 'tap', leadUnitId: 'water', coUnitIds: [], handlingClass: 'threeDay' }
const withAuto = {
  ...county,
  categories: county.categories.map((category) => ({ ...category, autoDispatch: { threshold: 0.5 } })),
}
const instructed = (deadline: Date) => {
  const sent = act(fromAbove(deadline), people.operator, 'ticket.escalate', {
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
})
