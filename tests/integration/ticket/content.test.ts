import { inStatus, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

let verdict: 'pass' | 'risky' | 'broken' = 'pass'
let county: County
beforeAll(async () => {
  county = await startCounty({
    faults: {
      openapi: {
        'security.msgSecCheck': () =>
          verdict === 'broken'
            ? { errcode: -1, errmsg: 'busy' }
            : { reply: { result: { suggest: verdict, label: 100 } } },
      },
    },
  })
})
afterAll(() => county.close())

const verdictOf = (id: string, seq: number) =>
  county.document<{ verdict: string }>('checks', `${id}.${seq}`).verdict

it.each([
  ['pass', 'pass'],
  ['risky', 'risky'],
  ['broken', 'unknown'],
] as const)(
  'R-X1 the verdict “%s” is kept for publication and does not hold up the ticket',
  async (says, kept) => {
    verdict = says
    const { id, reporter } = await submitted(county)
    expect(verdictOf(id, 1)).toBe(kept)
    await county.as(reporter).ok('ticket.supplement', { ticketId: id, words: '补充一点情况', photos: [] })
    expect(verdictOf(id, 2)).toBe(kept)
    verdict = 'pass'
  },
)

it('R-X1 what staff write is not sent to be checked', async () => {
  const { id } = await inStatus(county, 'awaitingReporter')
  expect(() => verdictOf(id, 2)).toThrow('no checks/')
})
