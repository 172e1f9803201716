import type { Knowledge } from '@core/knowledge/types'
import { numberFor } from './numbers.service'

/** The blocks as the database keeps them: each call is one turn of its own, as over a network. */
const mockBlocks = new Map<string, string[]>()
jest.mock('./numbers.repository', () => ({
  BLOCK_SIZE: 5,
  load: async (id: string) => {
    await Promise.resolve()
    const claims = mockBlocks.get(id)
    return claims && { _id: id, claims: [...claims] }
  },
  open: async (id: string, claims: string[]) => {
    await Promise.resolve()
    if (mockBlocks.has(id)) return false
    mockBlocks.set(id, [...claims])
    return true
  },
  claim: async (id: string, ticketId: string) => {
    await Promise.resolve()
    const claims = mockBlocks.get(id)
    if (!claims || claims.length >= 5 || claims.includes(ticketId)) return false
    claims.push(ticketId)
    return true
  },
}))

const county = { county: { code: 'LH' } } as Knowledge
const number = (ticketId: string) => numberFor(ticketId, '2026-11-24', county)

it('R-T4 at the same moment everybody gets a number of their own, over full blocks too', async () => {
  const ids = Array.from({ length: 12 }, (_, i) => `t${i}`)
  const numbers = await Promise.all(ids.map(number))
  expect([...numbers].sort()).toEqual(ids.map((_, i) => `LH20261124-${String(i + 1).padStart(4, '0')}`))
})

it('R-T4 a retry finds the number it has', async () => {
  mockBlocks.clear()
  const first = await numberFor('a', '2026-11-25', county)
  await numberFor('b', '2026-11-25', county)
  expect(await numberFor('a', '2026-11-25', county)).toBe(first)
})
