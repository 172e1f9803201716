import type { ActionId } from '@core/contracts'
import { newCitizen, submission, submitted } from '../factories/matters'
import { makeScene, personFor, SAMPLES, type Scene } from '../factories/samples'
import { newRequestId, startCounty, type County } from './harness'

/** Database requests per action, warm and uncontended (architecture: submit ≤ 5, reads ≤ 3, transitions ≤ 5). */
let county: County
let scene: Scene
beforeAll(async () => {
  // One thread: what an instance keeps (knowledge, plans of days) is kept for every call.
  county = await startCounty()
  scene = await makeScene(county)
})
afterAll(() => county.close())

async function requestsOf(person: string, action: ActionId, input: unknown): Promise<number> {
  const requestId = newRequestId()
  const envelope = await county.as(person).raw(action, input, requestId)
  expect(envelope).toEqual({ ok: true, data: expect.anything() })
  return (await county.logOf(requestId)).database
}
const without = ({ cursor: _cursor, ...input }: { cursor?: string }) => input

it('submit takes 5: person, person, claim, number, ticket', async () => {
  await submitted(county)
  expect(await requestsOf(newCitizen(), 'ticket.submit', submission())).toBe(5)
})

it('a retry of submit takes 2: person, ticket', async () => {
  const [person, requestId] = [newCitizen(), newRequestId()]
  await county.as(person).ok('ticket.submit', submission(), requestId)
  county.lines.length = 0
  await county.as(person).ok('ticket.submit', submission(), requestId)
  expect((await county.logOf(requestId)).database).toBe(2)
})

it('the first submission of a day makes its block of numbers and reads what was learned: 2 more', async () => {
  county.cloud.clock.advance(86_400_000)
  await county.as('operator-1').ok('ticket.mine', { tab: 'open' })
  expect(await requestsOf(newCitizen(), 'ticket.submit', submission())).toBe(7)
  county.cloud.clock.advance(-86_400_000)
})

it.each([
  ['ticket.get', 3],
  ['ticket.mine', 2],
  ['ticket.queue', 3],
  ['ticket.proposals', 4],
  ['ticket.search', 2],
  ['ticket.similar', 4],
  ['ticket.hotMatters', 2],
  ['ticket.nearby', 4],
  ['people.me', 2],
  ['people.inbox', 3],
  ['reception.mine', 2],
  ['open.directory', 0],
  ['open.recent', 1],
  ['open.schedule', 1],
] as const)('%s reads with %d requests', async (action, most) => {
  const input = without(SAMPLES[action].input(scene) as { cursor?: string })
  const person = personFor(action, scene)
  await county.as(person).raw(action, input)
  expect(await requestsOf(person, action, input)).toBeLessThanOrEqual(most)
})

it('admitPhoto, verifyPhone, book and cancel stay within 5', async () => {
  const person = newCitizen()
  expect(await requestsOf(person, 'people.verifyPhone', { code: `phone:${person}:1` })).toBe(2)
  await county.as(newCitizen()).ok('reception.book', { dayId: 'd1', slotId: 's1', topic: '供水' })
  expect(await requestsOf(person, 'reception.book', { dayId: 'd1', slotId: 's2', topic: '供水' })).toBe(5)
  const { bookings } = await county.as(person).ok('reception.mine', {})
  expect(await requestsOf(person, 'reception.cancel', { bookingId: bookings[0]!.id })).toBe(5)
})
