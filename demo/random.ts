/** A seeded generator (mulberry32), so that the demo county is the same at every first start. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** Integer in [from, to]. */
  int(from: number, to: number): number
  pick<T>(items: readonly T[]): T
}

// Called millions of times: each look at a global costs, most of all in the sandbox of the tests.
const { imul, floor } = Math

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = imul(state ^ (state >>> 15), 1 | state)
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + floor(next() * (to - from + 1))
  return { next, int, pick: (items) => items[int(0, items.length - 1)]! }
}
