import type { Actor } from '../../people/types'
import { act, dispatched, handling, make } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'

const { waterHead, waterHandler, policeHandler, seconded, operator } = people
const assignTo = (person: Actor, ticket = handling()) =>
  act(ticket, waterHead, 'ticket.assign', {
    personId: person.id,
    assignee: { ...person, name: '李某' },
    words: '请今天去看',
  })

describe('assigning a person (R-P3)', () => {
  it('R-P3 the head names somebody of the unit, who is told; it still waits for the whole unit', () => {
    const ticket = assignTo(waterHandler, dispatched())
    expect(ticket.assigned).toMatchObject({ personId: 'handler-water', unitId: 'water', name: '李某' })
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'person:handler-water', title: '有事项交您经办' })
    expect(ticket.waitsFor).toEqual(['unit:water'])
    expect(ticket.events.at(-1)!.body).toMatchObject({ words: '李某：请今天去看', internal: true })
    // Taking it oneself tells nobody.
    const told = ticket.outbox.length
    expect(assignTo(waterHead, ticket).outbox).toHaveLength(told)
  })

  it('R-P3 nobody of another unit, nobody who left, nobody twice; only the unit’s head decides', () => {
    expect(refusal(() => assignTo(policeHandler)).fields).toEqual(['personId'])
    const left = () => act(handling(), waterHead, 'ticket.assign', { personId: 'handler-water' })
    expect(refusal(left).fields).toEqual(['personId'])
    expect(refusal(() => assignTo(waterHandler, assignTo(waterHandler))).fields).toEqual(['personId'])
    for (const person of [waterHandler, operator]) {
      const input = { personId: 'handler-water', assignee: { ...waterHandler, name: '李某' } }
      expect(refusal(() => act(handling(), person, 'ticket.assign', input)).code).toBe('FORBIDDEN')
    }
  })

  it('R-P5 R-P7 neither the reporter nor an accused person', () => {
    const own = dispatched(make({ reporter: { personId: waterHandler.id } }))
    const byAccused = { ...handling(), accused: { unitIds: [], personIds: [waterHandler.id] } }
    const homeAccused = { ...handling(), accused: { unitIds: ['police'], personIds: [] } }
    const fromPolice = { ...seconded, unitId: 'water', homeUnitId: 'police' }
    for (const run of [
      () =>
        act(own, waterHead, 'ticket.assign', {
          personId: waterHandler.id,
          assignee: { ...waterHandler, name: '李某' },
        }),
      () => assignTo(waterHandler, byAccused),
      () => assignTo(fromPolice, homeAccused),
    ]) {
      expect(refusal(run).words).toContain('有关')
    }
  })

  it('goes with the unit: passed down or re-assigned, nobody is named any more', () => {
    const ticket = assignTo(waterHandler)
    expect(act(ticket, waterHead, 'ticket.passDown', { unitId: 'supply' }).assigned).toBeUndefined()
    expect(act(ticket, operator, 'ticket.reassign', { words: '派错了' }).assigned).toBeUndefined()
  })
})
