import type { Vector } from './vectors'

/** Two messages, the earlier in the list first, and how alike they are. */
export type Pair = readonly [a: number, b: number, likeness: number]

/** All pairs at least so alike (cosine), found through the runs that they share. */
export function alikePairs(vectors: readonly Vector[], least: number): Pair[] {
  const having = new Map<number, { of: number[]; weights: number[] }>()
  const sums = new Float64Array(vectors.length)
  const pairs: Pair[] = []
  vectors.forEach(({ ids, weights }, b) => {
    const met: number[] = []
    for (let n = 0; n < ids.length; n++) {
      const others = having.get(ids[n]!)
      if (!others) continue
      for (let k = 0; k < others.of.length; k++) {
        const a = others.of[k]!
        if (sums[a] === 0) met.push(a)
        sums[a]! += weights[n]! * others.weights[k]!
      }
    }
    for (const a of met) {
      if (sums[a]! >= least) pairs.push([a, b, sums[a]!])
      sums[a] = 0
    }
    for (let n = 0; n < ids.length; n++) {
      const others = having.get(ids[n]!) ?? { of: [], weights: [] }
      if (others.of.length === 0) having.set(ids[n]!, others)
      others.of.push(b)
      others.weights.push(weights[n]!)
    }
  })
  return pairs
}
