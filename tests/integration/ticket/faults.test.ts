import { CloudError } from '../../../localcloud/protocol/errors'
import { inputs, newCitizen, submission, submitted } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

/** What breaks on the way to the database, and what a retry finds. */
type Fault = (body: Record<string, unknown>) => CloudError | 'drop-reply' | undefined

let fault: Fault | undefined
let county: County
beforeAll(async () => {
  county = await startCounty({ faults: { database: (body) => fault?.(body) } })
})
afterAll(() => county.close())
afterEach(() => {
  fault = undefined
})

/** Fails the nth request of this kind to this collection, once. */
function once(action: string, collection: string, how: 'drop-reply' | CloudError, nth = 1): Fault {
  let seen = 0
  return (body) =>
    body.action === `database.${action}` && body.collectionName === collection && ++seen === nth
      ? how
      : undefined
}
const BROKEN = new CloudError('SYS_ERR', 'the database is away')
const always =
  (action: string, collection: string): Fault =>
  (body) =>
    body.action === `database.${action}` && body.collectionName === collection ? BROKEN : undefined
const typesOf = (id: string) => county.document('tickets', id).events.map(({ type }) => type)

describe('a commit whose answer was lost', () => {
  it('is found again by the same call, and done once', async () => {
    const { id } = await submitted(county)
    fault = once('modifyDocument', 'tickets', 'drop-reply')
    const { ticket } = await county
      .as('operator-1')
      .ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
    expect(ticket.status).toBe('dispatched')
    expect(typesOf(id)).toEqual(['ticket.submit', 'ticket.dispatch'])
  })

  it('one that never arrived is made again', async () => {
    const { id } = await submitted(county)
    fault = once('modifyDocument', 'tickets', BROKEN)
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
    expect(typesOf(id)).toEqual(['ticket.submit', 'ticket.dispatch'])
  })

  it('a database that stays away is said to be our trouble, without a trace of it, and the retry works', async () => {
    const { id } = await submitted(county)
    const requestId = newRequestId()
    const dispatch = { ticketId: id, ...inputs.dispatch }
    fault = always('modifyDocument', 'tickets')
    const error = await county.as('operator-1').refused('ticket.dispatch', dispatch, requestId)
    expect(error).toEqual({
      code: 'INTERNAL',
      message: '系统出了点问题，您填的内容没有丢，请稍后再试',
      retryable: true,
      requestId,
    })
    fault = undefined
    expect(typesOf(id)).toEqual(['ticket.submit'])
    await county.as('operator-1').ok('ticket.dispatch', dispatch, requestId)
    expect(typesOf(id)).toEqual(['ticket.submit', 'ticket.dispatch'])
  })
})

describe('a submission that breaks at any step', () => {
  const STEPS: [string, string, string][] = [
    ['the person', 'insertDocument', 'people'],
    ['the number', 'modifyDocument', 'numbers'],
    ['the reading of the number', 'getDocument', 'numbers'],
    ['the ticket', 'insertDocument', 'tickets'],
  ]
  it.each(
    STEPS.flatMap(([what, action, collection]) =>
      (['drop-reply', BROKEN] as const).map(
        (how) => [what, how === BROKEN ? 'lost' : 'answer lost', action, collection, how] as const,
      ),
    ),
  )(
    'R-T2 %s (%s): the same request id makes one ticket, with the number it has',
    async (_what, _how, action, collection, how) => {
      const [person, requestId] = [newCitizen(), newRequestId()]
      fault = once(action, collection, how)
      await county.as(person).call('ticket.submit', submission(), requestId)
      fault = undefined
      const { number } = await county.as(person).ok('ticket.submit', submission(), requestId)
      const again = await county.as(person).ok('ticket.submit', submission(), requestId)
      expect(again.number).toBe(number)
      const tickets = county.documents<{ number: string }>('tickets', { 'reporter.personId': person })
      expect(tickets.map((ticket) => ticket.number)).toEqual([number])
      // One act for the limit, however often it was sent (R-X4).
      expect(county.document<{ recent: { submit: number[] } }>('people', person).recent.submit).toHaveLength(
        1,
      )
    },
  )

  it('R-T4 a retry after midnight keeps the day of the submission', async () => {
    const [person, requestId] = [newCitizen(), newRequestId()]
    fault = always('insertDocument', 'tickets')
    await county.as(person).refused('ticket.submit', submission(), requestId)
    fault = undefined
    county.cloud.clock.advance(20 * 3_600_000)
    const { number } = await county.as(person).ok('ticket.submit', submission(), requestId)
    expect(number).toMatch(/^LH20261124-/)
    county.cloud.clock.advance(-20 * 3_600_000)
  })
})

describe('notices', () => {
  it('R-N2 that cannot be delivered stay in the outbox, and the clock delivers them once', async () => {
    const { id, reporter } = await submitted(county)
    fault = always('insertDocument', 'inbox')
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
    expect(county.document('tickets', id).outbox.length).toBeGreaterThan(0)
    fault = undefined
    await county.advance(61_000)
    expect(county.document('tickets', id).outbox).toEqual([])
    const told = () =>
      county.documents<{ title: string }>('inbox', { personId: reporter }).map(({ title }) => title)
    expect(told().filter((title) => title === '已交承办单位')).toHaveLength(1)
    await county.advance(61_000)
    expect(told().filter((title) => title === '已交承办单位')).toHaveLength(1)
  })
})
