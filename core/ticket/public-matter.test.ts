import { ticketLikeKeys } from './alike'
import { isShownToAll, mayHaveJoiners } from './public-matter'
import { noticesOf } from './told'
import { county } from './testing/county'
import type { Ticket } from './types'

const nobody = { unitIds: [], personIds: [] }
const marked = {
  status: 'handling',
  number: 'LH20261124-0001',
  words: '柳林村二组停水三天了，请派人来修水管。',
  place: { townshipId: 'town' },
  categoryId: 'tap',
  confidential: false,
  accused: nobody,
  publicMatter: true,
  reporter: { personId: 'p' },
  clock: {},
  coUnits: [],
  events: [{ type: 'ticket.mark', body: { facts: { mark: 'publicMatter', on: true } } }],
} as unknown as Ticket
/** What no neighbour may hear of. */
const never: Partial<Ticket>[] = [
  { confidential: true },
  { kind: 'report' },
  { accused: { unitIds: ['water'], personIds: [] } },
  { accused: { unitIds: [], personIds: ['head-water'] } },
]
const publicKeys = (more: Partial<Ticket>) =>
  ticketLikeKeys({ ...marked, ...more }).filter((key) => key.startsWith('public.'))

it('R-T3 only an open ticket marked so is shown to all; never a sensitive one, nor one about somebody (R-P5)', () => {
  expect(isShownToAll(marked)).toBe(true)
  expect(publicKeys({}).length).toBeGreaterThan(0)
  for (const more of [{ publicMatter: undefined }, { status: 'closed' as const }, ...never])
    expect([more, isShownToAll({ ...marked, ...more }), publicKeys(more)]).toEqual([more, false, []])
})

it('R-T3 joiners are told where it stands, also after the mark is gone; of a confidential ticket nothing', () => {
  const event = { seq: 3, edge: 'E16' } as Ticket['events'][0]
  const told = (ticket: Ticket) => noticesOf(ticket, event, county).filter(({ to }) => to === 'joiners')
  expect(told({ ...marked, publicMatter: undefined })).toMatchObject([
    { title: '已有办理结果', words: '您附议的事项（LH20261124-0001）已有办理结果，正在请反映人评价。' },
  ])
  for (const more of never) expect([more, told({ ...marked, ...more })]).toEqual([more, []])
  expect(told({ ...marked, events: [] })).toEqual([])
  expect(mayHaveJoiners({ ...marked, kind: 'report' })).toBe(false)
})
