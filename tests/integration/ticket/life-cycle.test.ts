import { verifyChain } from '@core/ticket/chain'
import { STATUSES, type Status } from '@core/ticket/words'
import { createHash } from 'node:crypto'
import { inputs, inStatus, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

describe('a matter, from the first word to the last', () => {
  it.each(Object.keys(STATUSES) as Status[])('gets to %s by real commands', async (status) => {
    const { id } = await inStatus(county, status)
    expect(county.document('tickets', id).status).toBe(status)
  })

  it('R-C4 dissatisfied → judgement → redo → rated again → closed', async () => {
    const { id, reporter } = await inStatus(county, 'inJudgement')
    const redo = { ticketId: id, words: '请再到现场查清原因', cause: 'notSolved' } as const
    const { ticket } = await county.as('operator-1').ok('ticket.redo', redo)
    expect(ticket).toMatchObject({ status: 'handling', round: 2, leadUnitId: 'water' })
    await county.as('head-water').ok('ticket.submitResult', {
      ticketId: id,
      ...inputs.result,
      found: '重新开挖检查，发现停水的另一处阀门损坏',
      done: '更换阀门并检查全村水管，现已正常供水',
    })
    await county.as('operator-2').ok('ticket.approve', { ticketId: id, overrule: '已电话核实，可以通过' })
    const closed = await county.as(reporter).ok('ticket.rate', { ticketId: id, ...inputs.satisfied })
    expect(closed.ticket).toMatchObject({ status: 'closed', round: 2 })
    expect(closed.ticket.ratings.map(({ result }) => result)).toEqual(['dissatisfied', 'satisfied'])
  })

  it('R-T8 the chain of events verifies as it is stored', async () => {
    const { id } = await inStatus(county, 'closed')
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId: id })
    expect(ticket.timeline.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
    const stored = county.document('tickets', id)
    // Salts are sealed at rest; without them the words cannot be checked, the chain can.
    const events = stored.events.map(({ salt: _salt, body, ...event }) => ({
      ...event,
      body: { facts: body?.facts },
    }))
    expect(verifyChain({ ...stored, events }, sha256)).toEqual({ ok: true })
    events[2]!.by = { personId: 'somebody-else', role: 'handler' }
    expect(verifyChain({ ...stored, events }, sha256)).toMatchObject({ ok: false, seq: 3 })
  })

  it('everybody who acted is in the ticket, and nobody else can change what they did', async () => {
    const { id, reporter } = await submitted(county)
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch, coUnitIds: [] })
    const { events } = county.document('tickets', id)
    expect(events.map(({ type, by }) => [type, by.personId])).toEqual([
      ['ticket.submit', reporter],
      ['ticket.dispatch', 'operator-1'],
    ])
  })
})
