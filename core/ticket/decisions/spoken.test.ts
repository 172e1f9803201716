import { availableCommands } from '../commands'
import { describeEvent } from '../timeline'
import { county } from '../testing/county'
import { act, handling, make, MONDAY } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { asked, refused } from '../testing/stages'
import type { Ticket } from '../types'
import { DAY } from '../workdays'

const { operator, reporter, waterHandler } = people
const caller = { personId: 'ph_caller' }
const byPhone = { saidBy: 'self', saidHow: 'phone' }
const called = (kind?: 'report') =>
  make({ reporter: caller, actor: operator, channel: 'phone', submission: kind ? { kind } : {} })
const last = (ticket: Ticket) => ticket.events.at(-1)!
const titleFor = (ticket: Ticket, reader = operator) =>
  describeEvent(last(ticket), ticket, reader, county)?.title

describe('an operator writes down what a reporter says (R-T11)', () => {
  it('E7 R-T11 the answer to a question goes back as the reporter’s, noting who said it and how', () => {
    const answer = { words: '就在村口第三家', photos: [] }
    const ticket = asked(called())
    expect(refusal(() => act(ticket, operator, 'ticket.reply', answer)).fields).toEqual(['saidBy'])
    const next = act(ticket, operator, 'ticket.reply', { ...answer, saidBy: 'family', saidHow: 'desk' })
    expect(next).toMatchObject({ status: 'submitted' })
    expect(next.question).toBeUndefined()
    expect(last(next).by).toMatchObject({ personId: operator.id })
    expect(titleFor(next)).toBe('回复了中心的问题（家人当面告知，中心代录）')
  })

  it('R-T11 a reporter with WeChat may call as well: it is written down, and they are told, in case it was not they', () => {
    const input = { words: '已经解决', photos: [], ...byPhone }
    for (const id of ['ticket.supplement', 'ticket.urge']) {
      const ticket = act(handling(), operator, id, input)
      expect(titleFor(ticket)).toContain('本人电话告知，中心代录')
      expect(ticket.outbox).toContainEqual(
        expect.objectContaining({
          to: 'person:citizen-1',
          title: '中心替您记下了',
          template: 'ticket.progress',
        }),
      )
      // What somebody without WeChat said needs no call to tell them so.
      const told = act(handling(called()), operator, id, input).outbox.map(({ title }) => title)
      expect(told).not.toContain('中心替您记下了')
      // R-P1: only an operator writes down for another.
      expect(refusal(() => act(handling(), reporter, id, input)).fields).toEqual(['saidBy'])
    }
    expect(
      refusal(() => act(make({ reporter: null }), operator, 'ticket.supplement', input)).words,
    ).toContain('没有留下反映人')
  })

  it('E23 R-T11 R-P1 nobody ends the matter of a reporter with WeChat by a call', () => {
    const offered = availableCommands(handling(), operator, { now: MONDAY, knowledge: county })
    expect(offered).not.toContain('ticket.withdraw')
    const input = { words: '已经解决', ...byPhone }
    expect(refusal(() => act(handling(), operator, 'ticket.withdraw', input)).words).toContain(
      '在小程序里撤回',
    )
  })

  it('R-T11 R-T6 an urge written down presses like any other and is no progress of staff', () => {
    const first = act(handling(called()), operator, 'ticket.urge', byPhone)
    expect(first.outbox.at(-1)).toMatchObject({ to: 'person:head-water' })
    const more = act(first, operator, 'ticket.supplement', { words: '又停水两户', photos: [], ...byPhone })
    const second = act(more, operator, 'ticket.urge', byPhone, new Date(MONDAY.getTime() + DAY))
    expect(second.waitsFor).toEqual(['centre:centre', 'unit:water'])
  })

  it('E2 R-T11 R-P7 an appeal said on the phone is still decided by another operator', () => {
    const appeal = { words: '这件事属于本县管理', photos: [], ...byPhone }
    const ticket = act(refused(called()), operator, 'ticket.appeal', appeal)
    expect(ticket.status).toBe('submitted')
    const answer = () => act(ticket, operator, 'ticket.answer', { words: '按规定可以到窗口办理' })
    expect(refusal(answer).words).toContain('另一位办理员')
  })

  it('E23 R-T11 only the reporter themselves withdraws by phone; of a tip-off that is a request first', () => {
    const words = { words: '已经解决了' }
    const relative = { ...words, saidBy: 'family', saidHow: 'phone' }
    expect(refusal(() => act(called(), operator, 'ticket.withdraw', relative)).fields).toEqual(['saidBy'])
    expect(act(called(), operator, 'ticket.withdraw', { ...words, ...byPhone }).status).toBe('withdrawn')
    const tipOff = act(called('report'), operator, 'ticket.withdraw', { ...words, ...byPhone })
    expect(tipOff).toMatchObject({ status: 'submitted', withdrawal: words })
    expect(act(tipOff, operator, 'ticket.withdraw', words).status).toBe('withdrawn')
  })

  it('R-T11 R-P5 of a sensitive matter no unit sees that the reporter called', () => {
    const sensitive = handling(make({ reporter: caller, submission: { confidential: false } }))
    const ticket = { ...sensitive, confidential: true }
    const urged = act(ticket, operator, 'ticket.urge', byPhone)
    expect(titleFor(urged)).toBe('催办（本人电话告知，中心代录）')
    expect(titleFor(urged, waterHandler)).toBeUndefined()
  })
})
