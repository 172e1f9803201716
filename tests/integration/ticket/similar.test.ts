import { inputs, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const pit = '柳林村二组路口的井盖破了，车过去咣当响，请换一个新的。'
const again = '柳林村二组路口井盖破了很久，请来换一个新的井盖。'
const similar = (ticketId: string, person = 'operator-1') =>
  county.as(person).ok('ticket.similar', { ticketId })

it('R-D5 R-P5 shows open tickets that may be the same, with the why; never a confidential one, and to no unit', async () => {
  const first = await submitted(county, { words: pit })
  await submitted(county, { words: pit, confidential: true })
  const own = await submitted(county, { words: again })
  const { open, past } = await similar(own.id)
  expect(open.map(({ card }) => card.id)).toEqual([first.id])
  expect(open[0]!.why).toContain('同一个村（社区）')
  expect(past).toEqual([])
  expect((await county.as('head-water').refused('ticket.similar', { ticketId: own.id })).code).toBe(
    'FORBIDDEN',
  )
  await county.as('operator-1').ok('ticket.merge', { ticketId: own.id, mainTicketId: first.id })
  expect(county.document('tickets', own.id)).not.toHaveProperty('likeKeys')
})

it('R-D5 once it is answered and closed, it is a past matter', async () => {
  const closed = await submitted(county, { words: '柳林村小学门口的斑马线看不清了，请重新画一画。' })
  await county.as('operator-1').ok('ticket.answer', { ticketId: closed.id, words: '已安排本周重新画线。' })
  await county.as(closed.reporter).ok('ticket.rate', { ticketId: closed.id, ...inputs.satisfied })
  const own = await submitted(county, { words: '柳林村小学门口斑马线看不清，孩子过马路，请重新画。' })
  const { open, past } = await similar(own.id)
  expect(open).toEqual([])
  expect(past.map(({ card }) => card.id)).toEqual([closed.id])
})

it('R-D5 R-P5 for a batch all that wait are compared at once, with each other too; what is confidential tells nothing', async () => {
  const words = '柳林村广场的水管滴水十来天了，请来换一段水管。'
  const first = await submitted(county, { words })
  const second = await submitted(county, { words: '柳林村广场水管滴水有十来天，请来换一段新水管。' })
  const elsewhere = await submitted(county, {
    words: '请在高山镇集市旁边多放几个垃圾桶。',
    place: { townshipId: 'gaoshan' },
  })
  const secret = await submitted(county, { words, confidential: true })
  const { items } = await county.as('operator-1').ok('ticket.proposals', {})
  const aloneOf = ({ id }: { id: string }) => items.find(({ card }) => card.id === id)?.alone
  expect(aloneOf(first)).toContain('可能与别的事重复')
  expect(aloneOf(second)).toContain('可能与别的事重复')
  expect(aloneOf(elsewhere)).toBeUndefined()
  expect(aloneOf(secret)).toContain('转办摘要')
  // Of a township's own list nothing of the county's is said.
  expect((await county.as('operator-gaoshan').ok('ticket.proposals', {})).items).toEqual([])
})

it('R-D4 R-D5 what goes out alone waits for an operator where the like lies open, and only there', async () => {
  const statusOf = (id: string) => county.document('tickets', id).status
  const set = (threshold?: number) =>
    county.as('admin-1').ok('routing.setThreshold', { categoryId: 'rubbish', threshold })
  await set(0.5)
  await county.advance(2 * MINUTE)
  const words = '柳林村二组的垃圾堆了一周没人清运，请安排清运。'
  const first = await submitted(county, { words })
  const again = await submitted(county, { words: '柳林村二组垃圾堆了一周，没有人清运，请来清运。' })
  const elsewhere = await submitted(county, { words, place: { townshipId: 'gaoshan' } })
  const secret = await submitted(county, { words, confidential: true })
  await county.advance(10 * MINUTE)
  expect([first, again, elsewhere, secret].map(({ id }) => statusOf(id))).toEqual([
    'dispatched',
    'submitted',
    'dispatched',
    'submitted',
  ])
  // Longer ago than a month it is another occurrence.
  county.cloud.clock.advance(31 * DAY)
  const later = await submitted(county, { words })
  expect(statusOf(later.id)).toBe('dispatched')
  await set()
})
