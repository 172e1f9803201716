import { calibrationOf, startOf } from './base'
import { calibrate } from './calibrate'
import { fit, randomNumbers, scoresOfRow, shuffle, type Fit } from './fit'
import type { CategoryModel } from './model'
import { columnsOf, rowsOf, type Columns, type Rows } from './rows'
import { vectorOf, type LabelWords, type Message } from './vector'

/** A message and the category a person gave it. */
export interface Example {
  message: Message
  label: string
  /** Messages about one thing, nearly alike: kept together when the model is tried out on what it has not seen. */
  group?: string | number
}

/** Parts in which the examples are tried out for calibration: each is scored by a model of the others. */
const PARTS = 4
/** The county's own words always count this much in a message, beside what people wrote … */
const LEAST_SHARE = 0.25
/** … and half from so many lessons a category on. */
const LESSONS_FOR_HALF = 10

/** Less the more lessons there are: counted whole they held learning back (ADR 0008). */
const shareOfWords = (lessons: number, labels: number): number =>
  Math.max(LEAST_SHARE, 1 / (1 + lessons / labels / LESSONS_FOR_HALF))

/** How much a wrong lesson costs against leaving the base: low, so that a few of one kind leave the others alone. */
const COST_ON_BASE = 1
/** Largest model, in bytes: it is loaded when a function starts. */
export const MOST_BYTES = 2_800_000

/**
 * Trains a model (R-D1, R-D3) on examples and on the county's own words for its categories, which stand for examples
 * where there are none. Deterministic.
 *
 * @param labels every category there may be; an example of another one is left out
 * @param base a model to start from: what the examples say is learned on top of it, and nothing else is forgotten
 */
export function train(
  examples: readonly Example[],
  labels: readonly string[],
  words: readonly LabelWords[],
  base?: CategoryModel,
): CategoryModel {
  const known = examples.filter(({ label }) => labels.includes(label))
  const vectors = known.map(({ message }) => vectorOf(message, words))
  const columns = columnsOf(vectors, base)
  const share = base ? 1 : shareOfWords(known.length, labels.length)
  const rows = rowsOf(vectors, labels, columns, share)
  const seeds = labels.map((_, k) => known.length + k)
  const answers = [...known.map(({ label }) => labels.indexOf(label)), ...labels.keys()]
  const start = base && startOf(base, columns, labels)
  const fitted = (seen: readonly number[]) =>
    fit(rows, answers, labels.length, [...seen, ...seeds], base && COST_ON_BASE, start)
  const scores = unseenScores(known, rows, fitted)
  const before = base && calibrationOf(base, labels)
  const calibration = calibrate(scores, answers.slice(0, known.length), labels.length, before)
  const whole = fitted([...known.keys()])
  return { ...packed(whole, columns, labels, share), ...calibration, trainedOn: known.length }
}

/** The scores of every example by a model that has not seen it, nor one of its group. */
function unseenScores(
  examples: readonly Example[],
  rows: Rows,
  fitted: (seen: readonly number[]) => Fit,
): Float64Array[] {
  const part = partsOf(examples, PARTS)
  const scores: Float64Array[] = []
  for (let held = 0; held < PARTS; held++) {
    const unseen = [...examples.keys()].filter((row) => part[row] === held)
    if (unseen.length === 0) continue
    const seen = [...examples.keys()].filter((row) => part[row] !== held)
    const partial = fitted(seen)
    for (const row of unseen) scores[row] = scoresOfRow(partial, rows, row)
  }
  return scores
}

/** Divides examples into parts by chance, the members of a group into the same; the same every time. */
export function partsOf(examples: readonly Pick<Example, 'group'>[], parts: number, seed = 1): number[] {
  const groupOf = (i: number) => examples[i]!.group ?? `alone ${i}`
  const groups = [...new Set([...examples.keys()].map(groupOf))]
  const order = Int32Array.from(groups.keys())
  shuffle(order, randomNumbers(seed))
  const partOf = new Map<string | number, number>()
  order.forEach((group, position) => partOf.set(groups[group]!, position % parts))
  return [...examples.keys()].map((i) => partOf.get(groupOf(i))!)
}

/** The fit as a model: the grams that tell labels apart most, as many as there is room for, in 16-bit weights. */
function packed(
  { weights, labels: size }: Fit,
  { of, rarity }: Columns,
  labels: readonly string[],
  share: number,
): Omit<CategoryModel, 'sharpness' | 'lean' | 'trainedOn'> {
  const reach = new Float32Array(of.size)
  for (let column = 0; column < of.size; column++) {
    const row = weights.subarray(column * size, (column + 1) * size)
    reach[column] = (Math.max(...row) - Math.min(...row)) * rarity[column]!
  }
  const room = Math.floor(MOST_BYTES / (8 + 2 * size))
  const kept = [...of]
    .filter(([, column]) => reach[column]! > 0)
    .sort(([, a], [, b]) => reach[b]! - reach[a]!)
    .slice(0, room)
    .sort(([a], [b]) => a - b)
  let largest = 0
  for (const [, column] of kept) {
    for (let k = 0; k < size; k++) largest = Math.max(largest, Math.abs(weights[column * size + k]!))
  }
  const unit = largest > 0 ? largest / 32767 : 1
  const small = new Int16Array(kept.length * size)
  kept.forEach(([, column], row) => {
    for (let k = 0; k < size; k++) small[row * size + k] = Math.round(weights[column * size + k]! / unit)
  })
  const rules = weights.slice(of.size * size, (of.size + size) * size).map((weight) => weight * share)
  return {
    labels,
    features: Uint32Array.from(kept, ([gram]) => gram),
    rarity: Float32Array.from(kept, ([, column]) => rarity[column]!),
    weights: small,
    unit,
    rules,
    bias: weights.slice((of.size + size) * size),
  }
}
