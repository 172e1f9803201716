import type { CallBody, Envelope } from '@core/contracts'
import { client } from './client'
import { asFailure, isOutcomeOpen, NetworkFailure, Refusal } from './failure'
import { newRequestId } from './request-id'

const seen: { name: string; body: CallBody }[] = []
let answer: Envelope<unknown> = { ok: true, data: {} }
jest.mock('@transport', () => ({
  transport: {
    call: (name: string, body: CallBody) => {
      seen.push({ name, body })
      return Promise.resolve(answer)
    },
  },
}))

describe('the client', () => {
  it('calls the function that the action lives in, with a request id of its own', async () => {
    answer = { ok: true, data: { items: [] } }
    expect(await client.call('ticket.mine', { tab: 'open' })).toEqual({ items: [] })
    expect(seen[0]).toMatchObject({ name: 'ticket', body: { action: 'ticket.mine', input: { tab: 'open' } } })
    await client.call('people.me', {}, 'mine')
    expect(seen[1]).toMatchObject({ name: 'people', body: { requestId: 'mine' } })
  })

  it('turns an error envelope into a refusal with its fields and facts', async () => {
    const error = { code: 'INVALID_INPUT', message: '改一下', retryable: false, requestId: 'r' } as const
    answer = { ok: false, error: { ...error, fields: { words: '太短' }, data: { others: [] } } }
    const refusal = await client.call('people.me', {}).catch(asFailure)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', fields: { words: '太短' }, data: { others: [] } })
    expect(isOutcomeOpen(refusal as Refusal)).toBe(false)
  })

  it('R-T2 takes a lost answer for an open outcome', () => {
    expect(isOutcomeOpen(new NetworkFailure())).toBe(true)
  })

  it('does not swallow a mistake of our own', () => {
    expect(() => asFailure(new TypeError('bug'))).toThrow('bug')
  })

  it('names requests without repeating', () => {
    const names = new Set(Array.from({ length: 5000 }, newRequestId))
    expect(names.size).toBe(5000)
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9]{24}$/)
  })
})
