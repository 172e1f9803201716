import type { Grams } from './vector'

/** The grams of a message that a model knows: where each stands in its table, and how much it counts. */
export interface Known {
  rows: Int32Array
  values: Float32Array
}

/**
 * Brings title and body together: in each, what is rare counts more and the whole has the length of its weight; then both are added,
 * and the sum has length 1 again. Training and prediction read a message by this one function.
 *
 * @param rowOf where a gram stands in the table; negative: it is not known
 */
export function combined(
  parts: readonly Grams[],
  rowOf: (gram: number) => number,
  rarity: Float32Array,
): Known {
  const sum = new Map<number, number>()
  for (const { grams, strengths, weight } of parts) {
    const found: [row: number, value: number][] = []
    let square = 0
    for (let g = 0; g < grams.length; g++) {
      const row = rowOf(grams[g]!)
      if (row < 0) continue
      const value = strengths[g]! * rarity[row]!
      square += value * value
      found.push([row, value])
    }
    const length = Math.sqrt(square) / weight
    for (const [row, value] of found) sum.set(row, (sum.get(row) ?? 0) + value / length)
  }
  let square = 0
  for (const value of sum.values()) square += value * value
  const length = Math.sqrt(square)
  return {
    rows: Int32Array.from(sum.keys()),
    values: Float32Array.from(sum.values(), (value) => value / length),
  }
}
