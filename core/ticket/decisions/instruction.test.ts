import { act, make, sure } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { escalated, instructed } from '../testing/stages'
import { momentOf } from '../workdays'

const { operator, leader, leader2 } = people
const escalate =
  (rest: Record<string, unknown> = {}, ticket = make()) =>
  () =>
    act(ticket, operator, 'ticket.escalate', { leaderId: 'leader-a', words: '情况重大，呈请阅批', ...rest })
const order = { words: '请尽快办理', leadUnitId: 'water', coUnitIds: ['police'] }

describe('major matters (E8–E10)', () => {
  it('E8 goes to the leader, who has one working day (R-L6)', () => {
    const ticket = escalated()
    expect(ticket).toMatchObject({
      status: 'awaitingInstruction',
      major: { leaderId: 'leader-a' },
      waitsFor: ['leader:leader-a'],
    })
    expect(ticket.clock.stepBy).toEqual(momentOf('2026-03-03', 18))
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'leader:leader-a' })
  })

  it('E8 R-P5 R-P7 only to a leader who exists, may sign, and has no part in it', () => {
    expect(refusal(escalate({ leaderId: 'nobody' })).fields).toEqual(['leaderId'])
    expect(refusal(escalate({ leaderId: 'leader-c' })).words).toContain('没有审签')
    expect(refusal(escalate({}, make({ reporter: { personId: 'leader-a' } }))).words).toContain(
      '与这件事有关',
    )
    const accused = { ...make(), accused: { unitIds: [], personIds: ['leader-a'] } }
    expect(refusal(escalate({}, accused)).words).toContain('与这件事有关')
  })

  it('E8 R-P5 a sensitive ticket goes up with the summary the unit will read', () => {
    const secret = make({ submission: { confidential: true } })
    expect(refusal(escalate({}, secret)).words).toContain('转办摘要')
    const ticket = escalate({ summary: '某处供水管道损坏' }, secret)()
    expect(act(ticket, leader, 'ticket.instruct', order).summary).toBe('某处供水管道损坏')
  })

  it('E9 dispatches with the leader’s words and date, opens key supervision', () => {
    const deadline = momentOf('2026-05-08', 12)
    const ticket = act(escalated(), leader, 'ticket.instruct', { ...order, deadline: deadline.getTime() })
    expect(ticket).toMatchObject({
      status: 'dispatched',
      handlingClass: 'fixed',
      keySupervision: true,
      instruction: { leaderId: 'leader-a', words: '请尽快办理' },
      coUnits: [{ unitId: 'police' }],
    })
    // R-L1: a leader's date wins, also beyond a complex matter's.
    expect(ticket.clock.deadline).toEqual(deadline)
    expect(ticket.outbox.map(({ to }) => to)).toEqual(expect.arrayContaining(['unit:water', 'supervision']))
    expect(instructed().handlingClass).toBe('threeDay')
  })

  it('E9 only by the leader it was sent to, with the right to sign; within R-P5 and R-D2', () => {
    expect(refusal(() => act(escalated(), leader2, 'ticket.instruct', order)).code).toBe('NOT_FOUND')
    const seen = { ...escalated(), sentTo: ['leader-a', 'leader-b'] }
    expect(refusal(() => act(seen, leader2, 'ticket.instruct', order)).words).toContain('另一位领导')
    const without = { ...leader, signMajor: false }
    expect(refusal(() => act(escalated(), without, 'ticket.instruct', order)).words).toContain('权限')
    expect(
      refusal(() =>
        act(escalated(), leader, 'ticket.instruct', { ...order, leadUnitId: 'town', coUnitIds: [] }),
      ).words,
    ).toContain('执法权')
    const accused = escalated(make({ submission: { accusedUnitIds: ['water'] } }))
    expect(refusal(() => act(accused, leader, 'ticket.instruct', order)).words).toContain('被反映单位')
  })

  it('E10 back to the centre with words; never stuck with a leader who may not sign', () => {
    const ticket = act(escalated(), { ...leader, signMajor: false }, 'ticket.returnToCentre', {
      words: '按一般件办理',
    })
    expect(ticket).toMatchObject({ status: 'submitted', waitsFor: ['centre:centre'] })
    expect(ticket).not.toHaveProperty('major')
    // What was sent to them they keep seeing.
    expect(ticket.audience).toContain('leader:leader-a')
  })

  it('R-D1 a proposal’s category carries over to the instruction', () => {
    const road = make({ proposal: { categoryId: sure('road'), handlingClass: sure('fixed') } })
    const ticket = instructed(escalated(road))
    expect(ticket.categoryId).toBe('road')
    expect(ticket.clock.deadline).toEqual(momentOf('2026-03-16', 18))
  })
})
