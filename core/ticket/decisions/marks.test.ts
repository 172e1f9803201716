import { canRead, relationTo, visibleFields } from '../access'
import { county } from '../testing/county'
import { act, closed, dispatched, elapse, handling, inReview, make, MONDAY } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { escalated, instructed } from '../testing/stages'
import type { Ticket } from '../types'
import { arrivalOf } from '../urgent'
import { MINUTE } from '../workdays'

const { agent, leader, operator, reporter, waterHandler, waterHead } = people
const mark = (ticket: Ticket, name: string, rest: object = {}, by = operator, at?: Date) =>
  act(ticket, by, 'ticket.mark', { mark: name, on: true, ...rest }, at)
const summary = '某处供水管道损坏，请核实处理'

describe('urgent (R-D7)', () => {
  it('R-D7 marked while a unit has it: unit and head are alerted, and the minutes count from now', () => {
    const at = new Date(MONDAY.getTime() + 300 * MINUTE)
    const ticket = mark(handling(), 'urgent', {}, operator, at)
    expect(ticket).toMatchObject({ urgent: true, alertedAt: at, status: 'handling' })
    expect(arrivalOf(ticket, county)).toEqual({ by: new Date(at.getTime() + 60 * MINUTE) })
    const told = ticket.outbox.slice(-3)
    expect(told.map(({ to }) => to)).toEqual(['unit:water', 'duty:water', 'person:citizen-1'])
    expect(told[2]!.words).toContain('110')
    expect(told[0]!.urgent).toBe(true)
  })

  it('R-D7 marked before anybody has it: alerted as one that came in urgent, and sent by the system after 5 minutes', () => {
    const at = new Date(MONDAY.getTime() + 60 * MINUTE)
    const ticket = mark(make(), 'urgent', {}, operator, at)
    expect(ticket.outbox.map(({ to, template }) => [to, template])).toContainEqual([
      'duty:water',
      'ticket.alert',
    ])
    expect(elapse(ticket, new Date(at.getTime() + 4 * MINUTE)).status).toBe('submitted')
    expect(elapse(ticket, new Date(at.getTime() + 5 * MINUTE)).status).toBe('dispatched')
  })

  it('R-D7 a false alarm is taken off', () => {
    const off = mark(mark(handling(), 'urgent'), 'urgent', { on: false })
    expect(off.urgent).toBe(false)
    expect(off).not.toHaveProperty('alertedAt')
    expect(refusal(() => mark(off, 'urgent', { on: false })).code).toBe('RULE_REFUSED')
  })
})

describe('major (E16)', () => {
  it('E16 the leader named signs the result off, and nobody else', () => {
    const review = inReview(mark(handling(), 'major', { leaderId: leader.id }))
    expect(review.waitsFor).toEqual(['leader:leader-a'])
    expect(refusal(() => act(review, operator, 'ticket.approve')).fields).toEqual(['photos'])
    expect(act(review, leader, 'ticket.approve', { overrule: '情况属实' }).status).toBe('awaitingRating')
  })

  it('E16 names a leader who may sign and is free', () => {
    expect(refusal(() => mark(handling(), 'major')).fields).toEqual(['leaderId'])
    expect(refusal(() => mark(handling(), 'major', { leaderId: 'nobody' })).fields).toEqual(['leaderId'])
    expect(refusal(() => mark(handling(), 'major', { leaderId: 'leader-c' })).words).toContain('没有审签')
    expect(refusal(() => mark(escalated(), 'major', { leaderId: leader.id })).words).toContain('阅批')
    expect(refusal(() => mark(instructed(), 'major', { on: false })).words).toContain('不能取消')
    const off = mark(mark(handling(), 'major', { leaderId: leader.id }), 'major', { on: false })
    expect(inReview(off).waitsFor).toEqual(['centre:centre'])
  })
})

describe('confidential (R-P5)', () => {
  it('R-P5 the agent who filed it loses access, and units get the summary instead of the words', () => {
    const filed = handling(make({ actor: agent }))
    expect(relationTo(filed, agent, county)).toBe('filer')
    expect(filed.audience).toContain('person:agent')
    const ticket = mark(filed, 'confidential', { summary })
    expect(canRead(ticket, agent, county)).toBe(false)
    expect(ticket.audience).not.toContain('person:agent')
    const fields = visibleFields(ticket, waterHandler, county)
    expect([fields.has('words'), fields.has('reporter'), fields.has('summary')]).toEqual([false, false, true])
    expect(ticket).toMatchObject({ summary, title: '保密件 · 供水' })
    expect(canRead(ticket, reporter, county)).toBe(true)
  })

  it('R-P5 with a unit only with a summary in other words; never undone; not with others’ merged in', () => {
    expect(refusal(() => mark(handling(), 'confidential')).words).toContain('转办摘要')
    const copied = { summary: handling().words }
    expect(refusal(() => mark(handling(), 'confidential', copied)).words).toContain('不要照抄')
    const ticket = mark(make(), 'confidential')
    expect(refusal(() => dispatched(ticket)).words).toContain('转办摘要')
    expect(refusal(() => mark(ticket, 'confidential', { on: false })).words).toBe('保密不能取消')
    expect(refusal(() => mark(handling(), 'confidential', { summary, followers: 1 })).words).toContain('并案')
  })
})

describe('public matter (R-T3)', () => {
  it('R-T3 never a confidential ticket or a tip-off; making it confidential takes the mark off', () => {
    const ticket = mark(handling(), 'publicMatter')
    expect(ticket.publicMatter).toBe(true)
    expect(mark(ticket, 'confidential', { summary })).not.toHaveProperty('publicMatter')
    expect(mark(ticket, 'publicMatter', { on: false })).not.toHaveProperty('publicMatter')
    const secret = make({ submission: { confidential: true } })
    expect(refusal(() => mark(secret, 'publicMatter')).words).toContain('不能标为公共事项')
  })
})

it('marks are the operator’s, on an open ticket, and leave status and clock alone', () => {
  for (const actor of [waterHead, reporter]) {
    expect(refusal(() => mark(handling(), 'urgent', {}, actor)).code).toBe('FORBIDDEN')
  }
  expect(refusal(() => mark(closed(), 'urgent')).code).toBe('WRONG_STATE')
  const ticket = mark(handling(), 'publicMatter')
  expect([ticket.status, ticket.clock]).toEqual([handling().status, handling().clock])
})
