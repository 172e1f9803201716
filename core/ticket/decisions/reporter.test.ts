import { joinedBy } from '../joined'
import { act, closed, dispatched, handling, inputs, inReview, make, MONDAY, wakeAt } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { asked, mainTicket, merged, withdrawn } from '../testing/stages'
import { DAY, momentOf } from '../workdays'

const { operator, reporter, agent, supervisor, waterHandler } = people

describe('supplement and urge (R-T6)', () => {
  const more = { words: '又停水了两户', photos: ['photos/c.jpg'] }

  it('R-T6 supplements while open, also through the agent who filed it', () => {
    const ticket = act(handling(), reporter, 'ticket.supplement', more)
    expect(ticket.events.at(-1)!.body).toMatchObject(more)
    expect(refusal(() => act(closed(), reporter, 'ticket.supplement', more)).code).toBe('WRONG_STATE')
    const filed = make({ actor: agent, channel: 'agent' })
    expect(act(filed, agent, 'ticket.supplement', more).events).toHaveLength(2)
  })

  it('R-T6 urges at most once a day; the unit’s head is told, before dispatch the centre', () => {
    const first = act(handling(), reporter, 'ticket.urge')
    expect(first.outbox.at(-1)).toMatchObject({ to: 'person:head-water', title: '反映人催办' })
    expect(refusal(() => act(first, reporter, 'ticket.urge')).words).toContain('今天已经催过')
    expect(act(make(), reporter, 'ticket.urge').outbox.at(-1)!.to).toBe('centre:centre')
    // Midnight in Asia/Shanghai starts the next day.
    expect(act(first, reporter, 'ticket.urge', {}, momentOf('2026-03-03', 0)).urges).toHaveLength(2)
  })

  it('R-T6 the second urge without progress enters the operator’s list, progress takes it out', () => {
    const first = act(handling(), reporter, 'ticket.urge')
    const second = act(first, reporter, 'ticket.urge', {}, new Date(MONDAY.getTime() + DAY))
    expect(second.waitsFor).toEqual(['centre:centre', 'unit:water'])
    expect(second.outbox.at(-1)!.to).toBe('centre:centre')
    const note = { words: '正在施工', photos: [], open: true }
    expect(act(second, waterHandler, 'ticket.note', note).waitsFor).toEqual(['unit:water'])
  })

  it('R-T6 nobody is urged while the reporter has to act', () => {
    expect(refusal(() => act(asked(), reporter, 'ticket.urge')).code).toBe('WRONG_STATE')
  })
})

describe('questions (E7, R-T7)', () => {
  const answer = { words: '就在村口第三家', photos: [] }

  it('E7 R-T7 the clock stands until the answer, then the remainder runs on', () => {
    const ticket = asked(handling())
    expect(ticket).toMatchObject({ status: 'awaitingReporter', waitsFor: ['person:citizen-1'] })
    expect(ticket.clock.stoppedAt).toBeDefined()
    expect(ticket.question!.until).toEqual(momentOf('2026-03-09', 18))
    const back = act(
      ticket,
      reporter,
      'ticket.reply',
      answer,
      new Date(ticket.events.at(-1)!.at.getTime() + DAY),
    )
    expect(back).toMatchObject({ status: 'handling' })
    expect(back).not.toHaveProperty('question')
    // One whole working day was lost, one is given back.
    expect(back.clock.deadline).toEqual(momentOf('2026-03-06', 18))
    expect(back.clock).not.toHaveProperty('stoppedAt')
  })

  it('R-T7 after 5 working days the clock takes it back without an answer', () => {
    const ticket = asked(handling())
    expect(ticket.wakeAt).toEqual(momentOf('2026-03-09', 18))
    const back = wakeAt(ticket, momentOf('2026-03-09', 18))
    expect(back).toMatchObject({ status: 'handling' })
    expect(back.events.find(({ type }) => type === 'clock.answerTimeout')).toMatchObject({
      edge: 'E7',
      by: { role: 'system' },
    })
    expect(wakeAt(asked(), momentOf('2026-03-09', 18)).status).toBe('submitted')
  })

  it('R-T7 a unit’s question once a round; the centre’s own as needed', () => {
    const once = act(asked(handling()), reporter, 'ticket.reply', answer)
    expect(refusal(() => asked(once)).words).toContain('一轮只能')
    expect(asked(act(asked(), reporter, 'ticket.reply', answer)).status).toBe('awaitingReporter')
    expect(refusal(() => asked(make({ reporter: null }))).code).toBe('RULE_REFUSED')
  })
})

describe('withdrawal (E23)', () => {
  const words = { words: '已经自行解决' }

  it('E23 with words; after dispatch the centre asks whether it was free', () => {
    expect(withdrawn()).toMatchObject({ status: 'withdrawn', waitsFor: [] })
    expect(withdrawn().outbox.at(-1)!.to).toBe('person:citizen-1')
    expect(withdrawn(dispatched()).outbox.at(-1)).toMatchObject({
      to: 'centre:centre',
      title: '请核实撤回是否自愿',
    })
    expect(withdrawn(asked(handling()))).not.toHaveProperty('question')
    expect(refusal(() => withdrawn(inReview())).code).toBe('WRONG_STATE')
  })

  it('E23 of a tip-off is a request: the centre grants it, or goes on without its reporter (E26)', () => {
    const tip = make({ submission: { kind: 'report' } })
    const to = { ...inputs.dispatch, kind: 'report', summary: '某处供水管道损坏' }
    const requested = withdrawn(act(tip, operator, 'ticket.dispatch', to))
    expect(requested).toMatchObject({ status: 'dispatched', withdrawal: { words: '已经解决了' } })
    expect(requested.outbox.at(-1)).toMatchObject({ to: 'centre:centre', title: '举报人请求撤回' })
    expect(refusal(() => withdrawn(requested)).code).toBe('RULE_REFUSED')
    expect(act(requested, operator, 'ticket.withdraw', words).status).toBe('withdrawn')
    const signed = act(requested, waterHandler, 'ticket.sign')
    const review = act(signed, people.waterHead, 'ticket.submitResult', inputs.result)
    expect(refusal(() => act(review, operator, 'ticket.approve')).code).toBe('RULE_REFUSED')
    expect(act(review, operator, 'ticket.closeWithoutReporter', words).status).toBe('closed')
  })

  it('E23 the centre withdraws nothing by itself', () => {
    expect(refusal(() => act(make(), operator, 'ticket.withdraw', words)).words).toContain(
      '本人在小程序里撤回',
    )
  })

  it('R-T9 a main ticket with other reporters is not withdrawn: only that reporter leaves', () => {
    const left = act(joinedBy(handling(), ['citizen-2']), reporter, 'ticket.withdraw', words)
    expect(left).toMatchObject({ status: 'handling', left: left.events.at(-1)!.at })
    expect(left.outbox.at(-1)).toMatchObject({ to: 'centre:centre', title: '请核实撤回是否自愿' })
    for (const id of ['ticket.withdraw', 'ticket.urge']) {
      expect(refusal(() => act(left, reporter, id, words)).words).toBe('您已经退出这件事')
    }
    expect(refusal(() => act(left, operator, 'ticket.ask', words)).words).toContain('没有可以询问')
  })
})

describe('merge (E6, E25, R-T9)', () => {
  it('E6 E25 R-T9 joins an open main ticket, and comes back if that was wrong', () => {
    const ticket = merged(handling())
    expect(ticket).toMatchObject({ status: 'merged', mergedInto: 'main', waitsFor: [] })
    expect(ticket.clock).not.toHaveProperty('deadline')
    const back = act(ticket, operator, 'ticket.unmerge', { words: '不是同一件事' })
    expect(back).toMatchObject({ status: 'submitted', waitsFor: ['centre:centre'] })
    expect(back).not.toHaveProperty('mergedInto')
  })

  const merge =
    (main: Record<string, unknown>, ticket = make()) =>
    () =>
      act(ticket, operator, 'ticket.merge', { mainTicketId: 'main', main: { ...mainTicket, ...main } })

  it.each([['closed'], ['merged'], ['withdrawn'], ['notAccepted']])(
    'E6 R-T9 not into a ticket that is %s',
    (status) => {
      expect(refusal(merge({ status })).code).toBe('RULE_REFUSED')
    },
  )

  it('R-T9 confidential tickets and tip-offs never with others’, only with the same reporter’s', () => {
    const secret = make({ submission: { confidential: true } })
    expect(refusal(merge({ reporter: { personId: 'citizen-2' } }, secret)).words).toContain('保密件')
    expect(refusal(merge({ confidential: true })).words).toContain('保密件')
    expect(refusal(merge({ kind: 'report' })).words).toContain('保密件')
    expect(merge({ reporter: { personId: 'citizen-1' } }, secret)().status).toBe('merged')
  })

  it('R-T3 R-T9 a public matter only into one that is or was public too, so that who said “me too” goes on hearing', () => {
    const isPublic = act(make(), operator, 'ticket.mark', { mark: 'publicMatter', on: true })
    expect(refusal(merge({ events: [] }, isPublic)).words).toContain('请先把主件也标为公共事项')
    const noMore = act(isPublic, operator, 'ticket.mark', { mark: 'publicMatter', on: false })
    for (const ticket of [isPublic, noMore])
      expect(merge({ events: noMore.events }, ticket)().status).toBe('merged')
    expect(merge({ events: noMore.events })().status).toBe('merged')
  })

  it('R-T9 not into itself, and not into what is not there', () => {
    const self = () => act(make(), operator, 'ticket.merge', { mainTicketId: 't1', main: make() })
    expect(refusal(self).words).toBe('不能并入自己')
    expect(refusal(() => act(make(), operator, 'ticket.merge', { mainTicketId: 'x' })).code).toBe('NOT_FOUND')
    expect(refusal(() => act(make(), supervisor, 'ticket.merge', {})).code).toBe('FORBIDDEN')
  })
})
