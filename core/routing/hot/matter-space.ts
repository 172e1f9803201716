import type { Vector } from './vectors'

/** Directions kept: enough for the few dozen kinds of matter that people write about. */
const DIRECTIONS = 30
const ROUNDS = 2

/**
 * What messages are about, whatever their wording: words that stand in the same messages fall together (油烟, 烧烤, 夜宵).
 * Latent semantic analysis by subspace iteration, always from the same start. Answers how alike two messages are, −1…1.
 */
export function matterSpace(vectors: readonly Vector[]): (a: number, b: number) => number {
  const columns = new Map<number, number>()
  const sparse = vectors.map(({ ids, weights }) => ({
    weights,
    ids: ids.map((id) => {
      const known = columns.get(id)
      if (known !== undefined) return known
      columns.set(id, columns.size)
      return columns.size - 1
    }),
  }))
  const rows = new Float64Array(sparse.length * DIRECTIONS)
  const words = startOf(columns.size * DIRECTIONS)
  for (let round = 0; round <= ROUNDS; round++) {
    project(sparse, words, rows)
    if (round === ROUNDS) break
    makeOrthonormal(rows, sparse.length)
    projectBack(sparse, rows, words)
    makeOrthonormal(words, columns.size)
  }
  scaleRows(rows, sparse.length)
  return (a, b) => {
    let sum = 0
    for (let d = 0; d < DIRECTIONS; d++) sum += rows[a * DIRECTIONS + d]! * rows[b * DIRECTIONS + d]!
    return sum
  }
}

/** Numbers without a pattern, the same at every run (a linear congruential generator). */
function startOf(size: number): Float64Array {
  let state = 12345
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  })
}

function project(sparse: readonly Vector[], from: Float64Array, to: Float64Array): void {
  to.fill(0)
  sparse.forEach(({ ids, weights }, row) => {
    for (let n = 0; n < ids.length; n++) {
      const at = ids[n]! * DIRECTIONS
      for (let d = 0; d < DIRECTIONS; d++) to[row * DIRECTIONS + d]! += weights[n]! * from[at + d]!
    }
  })
}

function projectBack(sparse: readonly Vector[], from: Float64Array, to: Float64Array): void {
  to.fill(0)
  sparse.forEach(({ ids, weights }, row) => {
    for (let n = 0; n < ids.length; n++) {
      const at = ids[n]! * DIRECTIONS
      for (let d = 0; d < DIRECTIONS; d++) to[at + d]! += weights[n]! * from[row * DIRECTIONS + d]!
    }
  })
}

/** Gram–Schmidt over the columns. */
function makeOrthonormal(matrix: Float64Array, rows: number): void {
  for (let d = 0; d < DIRECTIONS; d++) {
    for (let e = 0; e < d; e++) {
      let shared = 0
      for (let i = 0; i < rows; i++) shared += matrix[i * DIRECTIONS + d]! * matrix[i * DIRECTIONS + e]!
      for (let i = 0; i < rows; i++) matrix[i * DIRECTIONS + d]! -= shared * matrix[i * DIRECTIONS + e]!
    }
    let squares = 0
    for (let i = 0; i < rows; i++) squares += matrix[i * DIRECTIONS + d]! ** 2
    const length = Math.sqrt(squares) || 1
    for (let i = 0; i < rows; i++) matrix[i * DIRECTIONS + d]! /= length
  }
}

function scaleRows(matrix: Float64Array, rows: number): void {
  for (let i = 0; i < rows; i++) {
    let squares = 0
    for (let d = 0; d < DIRECTIONS; d++) squares += matrix[i * DIRECTIONS + d]! ** 2
    const length = Math.sqrt(squares) || 1
    for (let d = 0; d < DIRECTIONS; d++) matrix[i * DIRECTIONS + d]! /= length
  }
}
