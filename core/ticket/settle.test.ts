import { SYSTEM } from '../people/types'
import { decide } from './decide'
import { rescheduled, settle } from './settle'
import { county } from './testing/county'
import { act, dispatched, envAt, handling, inputs, make, MONDAY } from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'

const cause = { id: 'ticket.sign', key: 'k', inputHash: 'h' }

describe('settling a change', () => {
  it('an edge the table does not have is a bug and says which', () => {
    expect(() => settle(make(), { edge: 'E12' }, cause, people.waterHandler, envAt(MONDAY))).toThrow(
      'no edge E12 from submitted by ticket.sign',
    )
    const elsewhere = { edge: 'E12' as const, to: 'closed' as const }
    expect(() => settle(dispatched(), elsewhere, cause, people.waterHandler, envAt(MONDAY))).toThrow(
      'no edge',
    )
  })

  it('changes nothing of the ticket it was given', () => {
    const ticket = dispatched()
    const before = JSON.stringify(ticket)
    act(ticket, people.waterHandler, 'ticket.sign')
    expect(JSON.stringify(ticket)).toBe(before)
  })

  it('growth: 1,000 events and no more, refused in words', () => {
    const few = { ...county, policies: { ...county.policies, limits: { maxEvents: 3 } } }
    const run = () =>
      act(
        handling(),
        people.operator,
        'ticket.note',
        { words: '记录', photos: [], open: false },
        undefined,
        few,
      )
    expect(refusal(run)).toMatchObject({ code: 'RULE_REFUSED', words: expect.stringContaining('记录已满') })
  })

  it('a ticket that moves is no longer stuck, and never holds an empty wake-up', () => {
    const stuck = { ...dispatched(), failures: 8, stuckAt: MONDAY }
    const moved = act(stuck, people.waterHandler, 'ticket.sign')
    expect(moved).not.toHaveProperty('stuckAt')
    expect(moved).not.toHaveProperty('failures')
    expect('wakeAt' in rescheduled({ ...moved, status: 'withdrawn' }, county)).toBe(false)
  })

  it('R-P1 actions that do not exist, and other people’s, are refused before anything is looked at', () => {
    const command = { id: 'ticket.delete', input: {}, key: 'k', inputHash: 'h' }
    expect(refusal(() => decide(make(), command, people.operator, envAt(MONDAY))).code).toBe('UNKNOWN_ACTION')
    expect(refusal(() => decide(make(), command, people.stranger, envAt(MONDAY))).code).toBe('NOT_FOUND')
    expect(refusal(() => decide(make(), { ...command, id: 'ticket.sign' }, SYSTEM, envAt(MONDAY))).code).toBe(
      'FORBIDDEN',
    )
  })

  it('R-T8 an event says who, when, from, to and by which version of the knowledge', () => {
    const ticket = act(make(), people.operator, 'ticket.dispatch', inputs.dispatch)
    expect(ticket.events.at(-1)).toMatchObject({
      seq: 2,
      type: 'ticket.dispatch',
      edge: 'E11',
      from: 'submitted',
      to: 'dispatched',
      by: { personId: 'operator-1', role: 'operator', unitId: 'centre' },
      prev: ticket.events[0]!.hash,
      body: { facts: { knowledge: 7, leadUnitId: 'water', handlingClass: 'threeDay' } },
    })
    expect(ticket.version).toBe(1)
  })
})
