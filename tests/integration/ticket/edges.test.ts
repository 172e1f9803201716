import type { ActionId } from '@core/contracts'
import { EDGES, type EdgeId } from '@core/ticket/edges'
import type { Ticket } from '@core/ticket/types'
import {
  inputs,
  inStatus,
  proposedUnreasonable,
  reviewedWithoutReporter,
  submitted,
  thirdTimeDissatisfied,
  type Matter,
} from '../../factories/matters'
import { startCounty, type County } from '../harness'

/** Every edge of the life cycle, taken once by the one who acts, through the real SDK (domain: section 2). */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const DAY = 86_400_000
const HOUR = 3_600_000
const words = '请按要求尽快办理，并把结果告诉反映人。'

const stored = ({ id }: Matter): Ticket => county.document('tickets', id)
const edgesOf = (matter: Matter) =>
  stored(matter).events.flatMap(({ edge, from, to }) => (edge ? [[edge, from, to]] : []))

/** Does it where the page offers it: a button the cloud would refuse, or one it does not show, is an error. */
async function act(
  matter: Matter,
  person: string | null,
  action: ActionId,
  input: object = {},
): Promise<void> {
  const who = county.as(person ?? matter.reporter)
  const { ticket } = await who.ok('ticket.get', { ticketId: matter.id })
  expect([action, ticket.commands.includes(action)]).toEqual([action, true])
  await who.ok(action, { ticketId: matter.id, ...input } as never)
}

/** Answered directly and rated badly: nobody ever had it but the centre. */
async function answeredBadly(): Promise<Matter> {
  const matter = await submitted(county)
  await act(matter, 'operator-1', 'ticket.answer', { words: '按规定可以到政务服务中心窗口办理。' })
  await act(matter, null, 'ticket.rate', inputs.dissatisfied)
  return matter
}

type Walk = () => Promise<Matter>
const from =
  (
    status: Parameters<typeof inStatus>[1],
    ...[person, action, input]: [string | null, ActionId, object?]
  ): Walk =>
  async () => {
    const matter = await inStatus(county, status)
    await act(matter, person, action, input)
    return matter
  }

/** One walk for each row of the table of edges, the rows of E7 and E24 apart. */
const WALKS: [edge: EdgeId, from: string, to: string, walk: Walk][] = [
  [
    'E1',
    'submitted',
    'notAccepted',
    from('submitted', 'operator-1', 'ticket.refuse', { reason: 'notOurs', goTo: '可到市级热线反映' }),
  ],
  [
    'E2',
    'notAccepted',
    'submitted',
    from('notAccepted', null, 'ticket.appeal', { words: '我认为应当受理这件事', photos: [] }),
  ],
  ['E3', 'submitted', 'awaitingRating', from('submitted', 'operator-1', 'ticket.answer', { words })],
  [
    'E4',
    'submitted',
    'collected',
    async () => {
      const matter = await submitted(county, { kind: 'suggestion' })
      await act(matter, 'operator-1', 'ticket.collect')
      return matter
    },
  ],
  [
    'E5',
    'collected',
    'closed',
    from('collected', 'operator-1', 'ticket.concludeSuggestion', { adopted: true, words }),
  ],
  [
    'E6',
    'handling',
    'merged',
    async () => {
      const [main, matter] = [await submitted(county), await inStatus(county, 'handling')]
      await act(matter, 'operator-1', 'ticket.merge', { mainTicketId: main.id })
      return matter
    },
  ],
  ['E7', 'handling', 'awaitingReporter', from('handling', 'operator-1', 'ticket.ask', { words })],
  [
    'E7',
    'awaitingReporter',
    'submitted',
    from('awaitingReporter', null, 'ticket.reply', { words, photos: [] }),
  ],
  [
    'E8',
    'submitted',
    'awaitingInstruction',
    from('submitted', 'operator-1', 'ticket.escalate', { leaderId: 'leader-1', words }),
  ],
  [
    'E9',
    'awaitingInstruction',
    'dispatched',
    from('awaitingInstruction', 'leader-1', 'ticket.instruct', { words, leadUnitId: 'water', coUnitIds: [] }),
  ],
  [
    'E10',
    'awaitingInstruction',
    'submitted',
    from('awaitingInstruction', 'leader-1', 'ticket.returnToCentre', { words }),
  ],
  ['E11', 'submitted', 'dispatched', from('submitted', 'operator-1', 'ticket.dispatch', inputs.dispatch)],
  ['E12', 'dispatched', 'handling', from('dispatched', 'handler-water', 'ticket.sign')],
  [
    'E13',
    'dispatched',
    'submitted',
    async () => {
      const matter = await inStatus(county, 'dispatched')
      await act(matter, 'head-water', 'ticket.returnTicket', { ground: 'wrongPlace', basis: words })
      return matter
    },
  ],
  ['E14', 'handling', 'inReview', from('handling', 'head-water', 'ticket.submitResult', inputs.result)],
  ['E15', 'inReview', 'handling', from('inReview', 'operator-1', 'ticket.sendBack', { missing: words })],
  [
    'E16',
    'inReview',
    'awaitingRating',
    from('inReview', 'operator-1', 'ticket.approve', { overrule: '已电话核实，可以通过' }),
  ],
  ['E17', 'awaitingRating', 'closed', from('awaitingRating', null, 'ticket.rate', inputs.satisfied)],
  ['E18', 'awaitingRating', 'inJudgement', from('awaitingRating', null, 'ticket.rate', inputs.dissatisfied)],
  [
    'E19',
    'inJudgement',
    'handling',
    from('inJudgement', 'operator-1', 'ticket.redo', { words, cause: 'notSolved' }),
  ],
  [
    'E20',
    'inJudgement',
    'closed',
    async () => {
      const matter = await proposedUnreasonable(county)
      await act(matter, 'supervisor-1', 'ticket.concurUnreasonable', { concur: true })
      return matter
    },
  ],
  [
    'E22',
    'awaitingRating',
    'handling',
    from('awaitingRating', 'supervisor-1', 'ticket.orderRedo', { words }),
  ],
  ['E22', 'closed', 'handling', from('closed', 'supervisor-1', 'ticket.orderRedo', { words })],
  ['E23', 'handling', 'withdrawn', from('handling', null, 'ticket.withdraw', { words })],
  [
    'E24',
    'inJudgement',
    'submitted',
    async () => {
      const matter = await answeredBadly()
      await act(matter, 'operator-1', 'ticket.redo', { words, cause: 'notSolved' })
      return matter
    },
  ],
  [
    'E24',
    'closed',
    'submitted',
    async () => {
      const matter = await submitted(county)
      await act(matter, 'operator-1', 'ticket.answer', { words })
      await act(matter, null, 'ticket.rate', inputs.satisfied)
      await act(matter, 'supervisor-1', 'ticket.orderRedo', { words })
      return matter
    },
  ],
  ['E25', 'merged', 'submitted', from('merged', 'operator-1', 'ticket.unmerge', { words })],
  [
    'E26',
    'inReview',
    'closed',
    async () => {
      const matter = await reviewedWithoutReporter(county)
      await act(matter, 'operator-1', 'ticket.closeWithoutReporter', { words: '已电话核实，可以办结' })
      return matter
    },
  ],
  ['E27', 'handling', 'submitted', from('handling', 'operator-1', 'ticket.reassign', { words })],
  [
    'E28',
    'inJudgement',
    'closed',
    async () => {
      const matter = await thirdTimeDissatisfied(county)
      await act(matter, 'operator-1', 'ticket.conclude', { words, meeting: '第一次会议' })
      return matter
    },
  ],
  [
    'E29',
    'submitted',
    'closed',
    async () => {
      const matter = await submitted(county, { kind: 'praise' })
      await act(matter, 'operator-1', 'ticket.passOnPraise', { unitId: 'water' })
      return matter
    },
  ],
]

it.each(WALKS)('%s %s → %s by the one who acts, who is offered it', async (edge, before, after, walk) => {
  const matter = await walk()
  expect(edgesOf(matter).at(-1)).toEqual([edge, before, after])
  expect(stored(matter).status).toBe(after)
})

it('E21 awaitingRating → closed by time: three calls on three days, one in the evening, five days on', async () => {
  const matter = await inStatus(county, 'awaitingRating')
  for (const hours of [24, 24, 34]) {
    await county.advance(hours * HOUR)
    await act(matter, 'operator-1', 'ticket.recordCallback', { outcome: 'noAnswer' })
  }
  expect(stored(matter).status).toBe('awaitingRating')
  await county.advance(2 * DAY)
  expect(edgesOf(matter).at(-1)).toEqual(['E21', 'awaitingRating', 'closed'])
})

it('E7 awaitingReporter → back by time, when no answer came', async () => {
  const matter = await inStatus(county, 'awaitingReporter')
  await county.advance(8 * DAY)
  expect(edgesOf(matter).at(-1)).toEqual(['E7', 'awaitingReporter', 'submitted'])
})

it('every row of the table is walked', () => {
  const walked = new Set([...WALKS.map(([edge]) => edge), 'E21'])
  expect([...new Set(EDGES.map(({ id }) => id))].filter((id) => !walked.has(id))).toEqual([])
})

describe('E23 the withdrawal of a tip-off is a request', () => {
  const tipOff = async (): Promise<Matter> => {
    const matter = await submitted(county, { kind: 'report' })
    await act(matter, null, 'ticket.withdraw', { words: '不想再反映了' })
    expect(stored(matter)).toMatchObject({ status: 'submitted', withdrawal: { words: '不想再反映了' } })
    return matter
  }

  it('E23 the centre is told, and grants it', async () => {
    const matter = await tipOff()
    const told = county.documents<{ title: string; ticketId: string }>('inbox', { personId: 'operator-1' })
    expect(told).toContainEqual(expect.objectContaining({ title: '举报人请求撤回', ticketId: matter.id }))
    expect(
      await county.as(matter.reporter).refused('ticket.withdraw', { ticketId: matter.id, words }),
    ).toMatchObject({ message: '已经提出撤回，等待中心决定' })
    await act(matter, 'operator-2', 'ticket.withdraw', { words: '电话核实，是本人自愿' })
    expect(edgesOf(matter)).toEqual([['E23', 'submitted', 'withdrawn']])
  })

  it('E26 not granted, it goes on without its reporter and closes without being rated', async () => {
    const matter = await tipOff()
    const summary = '柳林村供水管理存在问题，请核查。'
    await act(matter, 'operator-1', 'ticket.dispatch', { ...inputs.dispatch, kind: 'report', summary })
    await act(matter, 'handler-water', 'ticket.sign')
    await act(matter, 'head-water', 'ticket.submitResult', inputs.result)
    await act(matter, 'operator-1', 'ticket.closeWithoutReporter', { words: '已电话核实，可以办结' })
    expect(stored(matter)).toMatchObject({ status: 'closed', ratings: [] })
  })
})
