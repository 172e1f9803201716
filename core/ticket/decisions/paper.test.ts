import { describeEvent } from '../timeline'
import { county } from '../testing/county'
import { act, handling, inReview, make } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { escalated, instructed } from '../testing/stages'
import type { Ticket } from '../types'

const { operator, leader, waterHead, waterHandler, reporter } = people
const sheet = { photos: ['photos/sheet.jpg'] }
const order = { words: '请水务局三日内办结', leadUnitId: 'water', coUnitIds: [] }
const lineFor = (ticket: Ticket, reader: typeof operator | typeof reporter) =>
  describeEvent(ticket.events.at(-1)!, ticket, reader, county)

describe('a leader signs on paper, an operator records it (R-H7)', () => {
  it('E9 R-H7 the instruction is the named leader’s, the event the operator’s, with a photo of the sheet', () => {
    expect(refusal(() => act(escalated(), operator, 'ticket.instruct', order)).fields).toEqual(['photos'])
    const ticket = act(escalated(), operator, 'ticket.instruct', { ...order, ...sheet })
    expect(ticket).toMatchObject({
      status: 'dispatched',
      keySupervision: true,
      instruction: { leaderId: leader.id, words: order.words },
    })
    const event = ticket.events.at(-1)!
    expect(event.by.personId).toBe(operator.id)
    expect(event.body).toMatchObject({
      ...sheet,
      facts: { paper: true, leaderId: leader.id, leadUnitId: 'water' },
    })
    expect(lineFor(ticket, operator)?.title).toBe('领导批示（纸质签批，中心代录），交water单位办理')
    // Designated all the same.
    const back = { ground: 'wrongPlace', basis: '不在本辖区' }
    expect(refusal(() => act(ticket, waterHead, 'ticket.returnTicket', back)).words).toContain('领导指定')
  })

  it('E10 R-H7 sent back on paper', () => {
    const words = { words: '请先核实再报' }
    expect(refusal(() => act(escalated(), operator, 'ticket.returnToCentre', words)).fields).toEqual([
      'photos',
    ])
    const ticket = act(escalated(), operator, 'ticket.returnToCentre', { ...words, ...sheet })
    expect(ticket.status).toBe('submitted')
    expect(ticket.major).toBeUndefined()
  })

  it('E16 R-H7 signed off on paper; the reporter sees that, and not the sheet', () => {
    const review = inReview(act(instructed(), waterHandler, 'ticket.sign'))
    const sign = { overrule: '已核实，可以通过' }
    expect(refusal(() => act(review, operator, 'ticket.approve', sign)).fields).toEqual(['photos'])
    const ticket = act(review, operator, 'ticket.approve', { ...sign, ...sheet })
    expect(ticket.status).toBe('awaitingRating')
    const title = '领导审签通过（纸质签批，中心代录）'
    expect(lineFor(ticket, operator)).toMatchObject({ title, photos: sheet.photos })
    expect(lineFor(ticket, reporter)).toMatchObject({ title, photos: [] })
  })

  it('R-H7 R-P5 of a sensitive matter no unit sees the sheet', () => {
    const tipOff = make({ submission: { kind: 'report' } })
    const summary = '某村供水管道损坏，请核实处理。'
    const sent = act(tipOff, operator, 'ticket.escalate', { leaderId: leader.id, words: '呈请阅批', summary })
    const ticket = act(sent, operator, 'ticket.instruct', { ...order, ...sheet })
    expect(lineFor(ticket, operator)?.photos).toEqual(sheet.photos)
    expect(lineFor(ticket, waterHead)).toMatchObject({ photos: [] })
  })

  it('R-H7 not for a leader who may not sign, nor where nothing is major', () => {
    const toOther = { ...escalated(), major: { leaderId: 'leader-c' } }
    const refused = () => act(toOther, operator, 'ticket.instruct', { ...order, ...sheet })
    expect(refusal(refused).words).toContain('没有审签')
    const ordinary = act(inReview(handling()), operator, 'ticket.approve', { overrule: '已核实，可以通过' })
    expect(ordinary.events.at(-1)!.body?.facts).not.toHaveProperty('paper')
  })
})
