import { combined } from './combine'
import { seedOf, type Vector } from './vector'

/**
 * Messages as rows of numbers for training: gram f of row i stands between `from[i]` and `from[i + 1]`. After the
 * grams come one column for each label's own words.
 */
export interface Rows {
  count: number
  from: Int32Array
  columns: Int32Array
  values: Float32Array
  /** All columns: those of the grams, then one for each label's own words. */
  width: number
}

/** The grams worth a column, and how telling each is. */
export interface Columns {
  of: Map<number, number>
  rarity: Float32Array
}

/** How many messages a gram must stand in: once in a small collection, where every word counts; more often in a large one. */
const leastFor = (messages: number): number => (messages < 500 ? 1 : messages < 3000 ? 2 : 3)

/**
 * Chooses the columns of a collection and weighs each by its rarity.
 *
 * @param before columns that are there already, with the rarity they had where they were learned
 */
export function columnsOf(
  vectors: readonly Vector[],
  before: { features: ArrayLike<number>; rarity: ArrayLike<number> } = { features: [], rarity: [] },
): Columns {
  const spread = new Map<number, number>()
  for (const { parts } of vectors) {
    const [first, second] = parts
    const distinct = second ? new Set([...first!.grams, ...second.grams]) : (first?.grams ?? [])
    for (const gram of distinct) spread.set(gram, (spread.get(gram) ?? 0) + 1)
  }
  const least = leastFor(vectors.length)
  const of = new Map<number, number>(Array.from(before.features, (gram, column) => [gram, column]))
  const rarity = Array.from(before.rarity)
  for (const [gram, messages] of spread) {
    if (messages < least || of.has(gram)) continue
    of.set(gram, rarity.length)
    rarity.push(Math.log((1 + vectors.length) / (1 + messages)) + 1)
  }
  return { of, rarity: Float32Array.from(rarity) }
}

/**
 * Rows of these messages, then one row for each label's own words.
 *
 * @param share what the labels' own words count in a message, 0…1, beside its grams, which together have length 1
 */
export function rowsOf(
  vectors: readonly Vector[],
  labels: readonly string[],
  columns: Columns,
  share = 1,
): Rows {
  const read = ({ parts, rules }: Vector, share: number) => ({
    found: combined(parts, (gram) => columns.of.get(gram) ?? -1, columns.rarity),
    own: rules
      .filter(({ label }) => labels.includes(label))
      .map(({ label, strength }) => ({ label, strength: strength * share })),
  })
  const all = [
    ...vectors.map((vector) => read(vector, share)),
    ...labels.map((label) => read(seedOf(label), 1)),
  ]
  const length = all.reduce((sum, { found, own }) => sum + found.rows.length + own.length, 0)
  const rows: Rows = {
    count: all.length,
    from: new Int32Array(all.length + 1),
    columns: new Int32Array(length),
    values: new Float32Array(length),
    width: columns.of.size + labels.length,
  }
  let end = 0
  all.forEach(({ found, own }, i) => {
    rows.columns.set(found.rows, end)
    rows.values.set(found.values, end)
    end += found.rows.length
    for (const { label, strength } of own) {
      rows.columns[end] = columns.of.size + labels.indexOf(label)
      rows.values[end++] = strength
    }
    rows.from[i + 1] = end
  })
  return rows
}
