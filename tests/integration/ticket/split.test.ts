import type { Ticket } from '@core/ticket/types'
import { CloudError } from '../../../localcloud/protocol/errors'
import { inputs, submitted } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

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

const parts = [
  { words: '柳林村村口停水三天了，请派人来修水管。', photos: [] },
  { words: '村口的路灯也坏了好几盏，晚上看不见路。', photos: [] },
  { words: '桥头的垃圾堆了一个月，一直没有人清运。', photos: [] },
]
const MINUTE = 60_000
const BROKEN = new CloudError('SYS_ERR', 'the database is away')
const ofReporter = (personId: string) =>
  county.documents<Ticket>('tickets', { 'reporter.personId': personId })
const numbersOf = (personId: string) =>
  ofReporter(personId)
    .map(({ number }) => number)
    .sort()
const suffixed = (number: string) => [1, 2, 3].map((n) => `${number}-${n}`)

describe('R-T10 splitting', () => {
  it('R-T10 several matters become several tickets under one number, each with its own proposal', async () => {
    const { id, number, reporter } = await submitted(county)
    const { ticket } = await county.as('operator-1').ok('ticket.split', { ticketId: id, parts })
    expect(ticket).toMatchObject({ number: `${number}-1`, words: parts[0]!.words, status: 'submitted' })
    const all = ofReporter(reporter)
    expect(numbersOf(reporter)).toEqual(suffixed(number))
    expect(all.map(({ words }) => words).sort()).toEqual(parts.map(({ words }) => words).sort())
    expect(
      all.every(({ status, proposal, splitting }) => status === 'submitted' && proposal && !splitting),
    ).toBe(true)
    const { items } = await county.as(reporter).ok('ticket.mine', { tab: 'open' })
    expect(items).toHaveLength(3)
    const news = county.documents<{ title: string; words: string }>('inbox', { personId: reporter })
    expect(news.find(({ title }) => title === '分成几件办理')?.words).toContain(`${number}-3`)
    // Each goes its own way.
    const second = all.find((one) => one.number === `${number}-2`)!
    await county.as('operator-2').ok('ticket.dispatch', { ticketId: second._id, ...inputs.dispatch })
    expect(county.document('tickets', id).status).toBe('submitted')
    expect(
      await county.as('operator-1').refused('ticket.split', { ticketId: second._id, parts }),
    ).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('R-T10 sent again, or by two at once, it never doubles', async () => {
    const { id, number, reporter } = await submitted(county)
    const requestId = newRequestId()
    const input = { ticketId: id, parts }
    await Promise.all([1, 2, 3].map(() => county.as('operator-1').ok('ticket.split', input, requestId)))
    expect(await county.as('operator-2').refused('ticket.split', input)).toMatchObject({
      code: 'RULE_REFUSED',
      message: '这件事已经拆分过',
    })
    expect(numbersOf(reporter)).toEqual(suffixed(number))
  })

  it.each([1, 2])('R-T10 cut off at part %d, the retry makes what is missing', async (nth) => {
    const { id, number, reporter } = await submitted(county)
    const requestId = newRequestId()
    let seen = 0
    fault = ({ action, collectionName }) =>
      action === 'database.insertDocument' && collectionName === 'tickets' && ++seen === nth
        ? BROKEN
        : undefined
    await county.as('operator-1').refused('ticket.split', { ticketId: id, parts }, requestId)
    expect(numbersOf(reporter)).toHaveLength(nth)
    fault = undefined
    await county.as('operator-1').ok('ticket.split', { ticketId: id, parts }, requestId)
    expect(numbersOf(reporter)).toEqual(suffixed(number))
  })

  it.each(['clock', 'command'])(
    'R-T10 cut off and never sent again, the next %s makes what is missing',
    async (how) => {
      const { id, number, reporter } = await submitted(county)
      fault = ({ action, collectionName }) =>
        action === 'database.insertDocument' && collectionName === 'tickets' ? BROKEN : undefined
      await county.as('operator-1').refused('ticket.split', { ticketId: id, parts })
      fault = undefined
      expect(numbersOf(reporter)).toEqual([`${number}-1`])
      if (how === 'clock') await county.advance(MINUTE)
      else await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...inputs.dispatch })
      expect(numbersOf(reporter)).toEqual(suffixed(number))
      expect(county.document('tickets', id).splitting).toBeUndefined()
    },
  )

  it('R-T10 a part whose answer was lost is there once', async () => {
    const { id, number, reporter } = await submitted(county)
    let seen = 0
    fault = ({ action, collectionName }) =>
      action === 'database.insertDocument' && collectionName === 'tickets' && ++seen === 1
        ? 'drop-reply'
        : undefined
    await county.as('operator-1').call('ticket.split', { ticketId: id, parts })
    fault = undefined
    await county.advance(MINUTE)
    expect(numbersOf(reporter)).toEqual(suffixed(number))
  })

  it('R-P4 the numbers a reporter wrote stay masked in the words of a part', async () => {
    const { id } = await submitted(county)
    const own = [{ words: '村口停水三天了，请打13812345678联系我。', photos: [] }, parts[1]!]
    const { ticket } = await county.as('operator-1').ok('ticket.split', { ticketId: id, parts: own })
    expect(JSON.stringify(ticket)).not.toContain('13812345678')
    expect(JSON.stringify(county.document('tickets', id))).not.toContain('13812345678')
  })
})
