/** A seeded generator (mulberry32), so that the demo county is the same at every first start. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** Integer in [from, to]. */
  int(from: number, to: number): number
  pick<T>(items: readonly T[]): T
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, int, pick: (items) => items[int(0, items.length - 1)]! }
}
