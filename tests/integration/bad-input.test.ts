import type { ActionId, Envelope } from '@core/contracts'
import { ACTIONS, makeScene, ON_A_TICKET, personFor, SAMPLES, type Scene } from '../factories/samples'
import { newRequestId, startCounty, type County } from './harness'

/** Every action, given what no client of ours would send: an error that names the field, and nothing written. */
let county: County
let scene: Scene
let before: string

beforeAll(async () => {
  county = await startCounty()
  scene = await makeScene(county)
  before = county.dump()
})
afterAll(() => county.close())

const sampleOf = (action: ActionId) => SAMPLES[action].input(scene) as Record<string, unknown>

async function expectRefused(action: ActionId, input: unknown, field: string): Promise<void> {
  const envelope = await county.as(personFor(action, scene)).raw(action, input)
  expectClean(envelope)
  if (envelope.ok) throw new Error(`${action} took ${JSON.stringify(input).slice(0, 300)}`)
  const { code, fields = {} } = envelope.error
  expect(['INVALID_INPUT', 'TOO_LARGE']).toContain(code)
  const named = Object.keys(fields)
  expect({
    field,
    named: named.some((path) => path === field || path.startsWith(`${field}.`)) ? field : named,
  }).toEqual({
    field,
    named: field,
  })
  // Words for people, not the library's.
  expect(Object.values(fields).join()).not.toMatch(/Invalid|Expected|received/i)
}

/** No stack, no path, no name of a library leaves. */
function expectClean(envelope: Envelope<unknown>): void {
  expect(JSON.stringify(envelope)).not.toMatch(/node_modules|\.js:\d|\bat [\w.]+ \(|TypeError|stack/)
}

const wrongValues: [string, (value: unknown) => unknown][] = [
  ['a number where text belongs', (value) => (typeof value === 'number' ? 'abc' : 5)],
  ['null', () => null],
  ['an operator', () => ({ $gt: '' })],
  ['a nested operator', () => [{ $where: 'sleep(1000)' }]],
  ['60 KB', () => '长'.repeat(20_000)],
]

describe.each(ACTIONS)('%s', (action) => {
  it('names every field that has a wrong value', async () => {
    for (const field of Object.keys(sampleOf(action))) {
      for (const [, wrong] of wrongValues) {
        const input = sampleOf(action)
        await expectRefused(action, { ...input, [field]: wrong(input[field]) }, field)
      }
    }
  })

  it('names an unknown field, an operator and a prototype', async () => {
    for (const field of ['role', '$where', 'constructor', 'a.b']) {
      await expectRefused(action, { ...sampleOf(action), [field]: { $ne: null } }, field)
    }
    const poisoned = `{"__proto__": {"role": "admin"}, ${JSON.stringify({ ...sampleOf(action), x: 1 }).slice(1)}`
    await expectRefused(
      action,
      JSON.parse(poisoned.replace(/,"x":1|"x":1/, '').replace(/, }$/, '}')),
      '__proto__',
    )
  })

  it('refuses an input that is no object', async () => {
    for (const input of [null, 'text', 5, [], [sampleOf(action)]]) {
      const envelope = await county.as(personFor(action, scene)).raw(action, input)
      expectClean(envelope)
      expect(envelope).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    }
  })

  it('needs a request id', async () => {
    for (const requestId of [null, '', 5, 'short', { $gt: '' }, 'x'.repeat(65), 'a b c d e f g h']) {
      const envelope = await county.as(personFor(action, scene)).raw(action, sampleOf(action), requestId)
      expect(envelope).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT', fields: { requestId: expect.any(String) } },
      })
    }
  })
})

describe('nested fields', () => {
  it.each([
    ['place.townshipId', { place: { townshipId: 5 } }],
    ['place.villageId', { place: { townshipId: 'liulin', villageId: { $ne: 1 } } }],
    ['place.point.latitude', { place: { townshipId: 'liulin', point: { latitude: 91, longitude: 0 } } }],
    ['place.extra', { place: { townshipId: 'liulin', extra: 1 } }],
    ['contact.phone', { contact: { phone: '12345' } }],
    ['accusedUnitIds.0', { accusedUnitIds: [{ $in: [] }] }],
    ['photos.1', { photos: ['photos/aaaaaaaaaa', 5] }],
    ['place.townshipId', { place: { townshipId: 'nowhere' } }],
    ['place.villageId', { place: { townshipId: 'gaoshan', villageId: 'liulin-v1' } }],
    ['accusedUnitIds', { accusedUnitIds: ['nowhere'] }],
    ['accusedUnitIds', { accusedUnitIds: ['county'] }],
    [
      'photos.0',
      { photos: ['local-env.6c6f-local/photos/202611/0123456789abcdef0123456789abcdef.jpg.0123'] },
    ],
  ])('%s is named', async (field, wrong) => {
    await expectRefused('ticket.submit', { ...sampleOf('ticket.submit'), ...wrong }, field)
  })
})

describe('R-P6 another person’s ids', () => {
  it.each(ON_A_TICKET)(
    '%s: the same words for what is not theirs and for what is not there',
    async (action) => {
      const stranger = county.as('somebody-else')
      const [theirs, absent] = await Promise.all(
        [scene.matter.id, '0'.repeat(32)].map(async (ticketId) => {
          const envelope = await stranger.raw(action, { ...sampleOf(action), ticketId })
          expectClean(envelope)
          if (envelope.ok) throw new Error(`a stranger may ${action}`)
          const { requestId: _own, ...error } = envelope.error
          return error
        }),
      )
      expect(theirs).toEqual(absent)
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(theirs?.code)
    },
  )

  it('reception.cancel: another person’s booking is not there', async () => {
    for (const bookingId of [scene.bookingId, 'nothing']) {
      const error = await county.as('somebody-else').refused('reception.cancel', { bookingId })
      expect(error).toMatchObject({ code: 'NOT_FOUND', message: '没有找到这项内容' })
    }
  })

  it.each(['hidden', 'nothing'])('reception.book: the day “%s” is not there', async (dayId) => {
    const error = await county
      .as('somebody-else')
      .refused('reception.book', { dayId, slotId: 's1', topic: '供水' })
    expect(error.code).toBe('NOT_FOUND')
  })
})

describe('calls that are no calls', () => {
  it.each(['ticket.nothing', 'ticket.__proto__', 'ticket.constructor', 'ticket.', 'ticket'])(
    '%s',
    async (action) => {
      const envelope = await county.as('citizen-1').raw(action, {})
      expect(envelope).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } })
    },
  )

  it('an action of another function', async () => {
    const body = { action: 'people.me', input: {}, requestId: newRequestId() }
    const envelope = await county.cloud.functions.call('ticket', body, { openid: 'citizen-1' })
    expect(envelope).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } })
  })

  it('nothing at all', async () => {
    const envelope = await county.cloud.functions.call('ticket', {}, { openid: 'citizen-1' })
    expect(envelope).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })

  it('R-P1 a claimed identity in the input or the event is not looked at', async () => {
    const body = {
      action: 'people.me',
      input: {},
      requestId: newRequestId(),
      openid: 'operator-1',
      OPENID: 'operator-1',
      userInfo: { openId: 'operator-1' },
    }
    const envelope = await county.cloud.functions.call('people', body, { openid: 'citizen-9' })
    expect(envelope).toMatchObject({ ok: true, data: { id: 'citizen-9', role: 'citizen' } })
  })
})

it('nothing was written by any of it', () => {
  expect(county.dump()).toBe(before)
})
