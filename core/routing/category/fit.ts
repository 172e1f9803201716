import type { Rows } from './rows'

/** Weights of a linear model: of column c for label k at `c * labels + k`; the last column is the constant. */
export interface Fit {
  weights: Float32Array
  labels: number
}

/** How much a wrong training message costs against large weights, unless told; higher fits closer. */
const COST = 5
/** Times every message is looked at. */
const ROUNDS = 8

/**
 * One-against-the-rest support vector machines with squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * 2008), all labels in one pass over a message. Deterministic: messages are shuffled by a fixed seed.
 *
 * @param answers the label of each row
 * @param included rows that take part
 * @param cost of a wrong row against large weights, the same for all or by row; lower where people's judgements are noisy
 * @param start weights to stay near instead of zero: what was known before these rows. The constants stay as they are
 * there: how common each label is, a few rows of one kind cannot say
 */
export function fit(
  rows: Rows,
  answers: ArrayLike<number>,
  labels: number,
  included: readonly number[],
  cost: number | ArrayLike<number> = COST,
  start?: Float32Array,
): Fit {
  const { from, columns, values } = rows
  const constant = rows.width * labels
  const weights = start ? start.slice() : new Float32Array(constant + labels)
  const pull = new Float32Array(rows.count * labels)
  const constantValue = start ? 0 : 1
  const square = squares(rows, constantValue)
  const order = Int32Array.from(included)
  const random = randomNumbers()
  const slackOf = (row: number) => 1 / (2 * (typeof cost === 'number' ? cost : cost[row]!))
  const scores = new Float64Array(labels)
  const step = new Float64Array(labels)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random)
    for (const row of order) {
      const slack = slackOf(row)
      for (let k = 0; k < labels; k++) scores[k] = weights[constant + k]!
      for (let j = from[row]!; j < from[row + 1]!; j++) {
        const [at, value] = [columns[j]! * labels, values[j]!]
        for (let k = 0; k < labels; k++) scores[k]! += weights[at + k]! * value
      }
      let moved = false
      for (let k = 0; k < labels; k++) {
        const sign = answers[row] === k ? 1 : -1
        const before = pull[row * labels + k]!
        const slope = sign * scores[k]! - 1 + before * slack
        const after = Math.max(0, before - slope / (square[row]! + slack))
        step[k] = (after - before) * sign
        if (after === before) continue
        pull[row * labels + k] = after
        moved = true
      }
      if (!moved) continue
      for (let j = from[row]!; j < from[row + 1]!; j++) {
        const [at, value] = [columns[j]! * labels, values[j]!]
        for (let k = 0; k < labels; k++) weights[at + k]! += step[k]! * value
      }
      for (let k = 0; k < labels; k++) weights[constant + k]! += step[k]! * constantValue
    }
  }
  return { weights, labels }
}

/** The scores of one row. */
export function scoresOfRow({ weights, labels }: Fit, rows: Rows, row: number): Float64Array {
  const constant = rows.width * labels
  const scores = Float64Array.from(weights.subarray(constant, constant + labels))
  for (let j = rows.from[row]!; j < rows.from[row + 1]!; j++) {
    const at = rows.columns[j]! * labels
    for (let k = 0; k < labels; k++) scores[k]! += weights[at + k]! * rows.values[j]!
  }
  return scores
}

function squares({ count, from, values }: Rows, constantValue: number): Float64Array {
  const squares = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    let sum = constantValue
    for (let j = from[row]!; j < from[row + 1]!; j++) sum += values[j]! * values[j]!
    squares[row] = sum
  }
  return squares
}

/** Fisher and Yates. */
export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}

/** Numbers from 0 to 1 that are the same every time (mulberry32): the same messages give the same model. */
export function randomNumbers(seed = 1): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
