import { eachGram, normalise } from '../text'
import { combined } from './combine'
import { vectorOf, type LabelWords, type Message, type Vector } from './vector'

/**
 * A linear model: every feature adds its weight to each label's score, and the scores become probabilities. One
 * table, sorted by feature, so that the model can be stored as it is and looked up by halving.
 */
export interface CategoryModel {
  labels: readonly string[]
  /** Grams that count, ascending. */
  features: Uint32Array
  /** How telling each gram is by its rarity (inverse document frequency). */
  rarity: Float32Array
  /** Row by row: the weight of gram f for label k at `f * labels.length + k`, in units of `unit`. */
  weights: Int16Array
  unit: number
  /** The weight of "the county's words for label r were found" for label k at `r * labels.length + k`. */
  rules: Float32Array
  bias: Float32Array
  /** Scores × `sharpness` + `lean` by label become probabilities that hold what they promise (calibration). */
  sharpness: number
  lean: Float32Array
  /** Messages it was trained on. */
  trainedOn: number
}

export interface Ranked {
  label: string
  /** 0…1, calibrated: of all predictions with .8, about eight in ten are right. */
  probability: number
}

/** Labels by probability, likeliest first. Never fails, whatever the text: with nothing to go on the probabilities are low. */
export function rank(model: CategoryModel, message: Message, words: readonly LabelWords[]): Ranked[] {
  return rankVector(model, vectorOf(message, words))
}

export function rankVector(model: CategoryModel, vector: Vector): Ranked[] {
  return probabilities(scoresOf(model, vector), model)
    .map((probability, k) => ({ label: model.labels[k]!, probability }))
    .sort((a, b) => b.probability - a.probability)
}

/** Each label's score: what its grams and the county's words add up to. */
function scoresOf(model: CategoryModel, { parts, rules }: Vector): Float64Array {
  const { labels, weights, unit, bias } = model
  const scores = Float64Array.from(bias)
  const { rows, values } = combined(parts, (gram) => rowOf(model, gram), model.rarity)
  for (let i = 0; i < rows.length; i++) {
    const [at, value] = [rows[i]! * labels.length, values[i]! * unit]
    for (let k = 0; k < labels.length; k++) scores[k]! += value * weights[at + k]!
  }
  for (const { label, strength } of rules) {
    const at = labels.indexOf(label) * labels.length
    if (at < 0) continue
    for (let k = 0; k < labels.length; k++) scores[k]! += strength * model.rules[at + k]!
  }
  return scores
}

/** Softmax of the calibrated scores. */
export function probabilities(
  scores: ArrayLike<number>,
  { sharpness, lean }: Pick<CategoryModel, 'sharpness' | 'lean'>,
): number[] {
  const raised = Array.from(scores, (score, k) => score * sharpness + lean[k]!)
  const top = Math.max(...raised)
  const powers = raised.map((value) => Math.exp(value - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** Where a gram stands in the table; -1 when the model does not know it. */
function rowOf({ features }: CategoryModel, gram: number): number {
  let low = 0
  let high = features.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = features[middle]!
    if (found === gram) return middle
    if (found < gram) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Of the strongest word, what a word must reach to be worth naming. */
const WORTH_NAMING = 0.3

/**
 * The words of a message that spoke for a label against another, strongest first (R-D1): runs of two or three
 * characters, none overlapping a stronger one.
 */
export function wordsFor(
  model: CategoryModel,
  message: Message,
  label: string,
  against: string | undefined,
  most: number,
): string[] {
  const [k, other] = [model.labels.indexOf(label), model.labels.indexOf(against ?? '')]
  if (k < 0) return []
  const text = normalise(`${message.title ?? ''} ${message.body}`)
  const found: { start: number; length: number; gain: number }[] = []
  eachGram(text, 2, 3, (gram, start, length) => {
    const row = rowOf(model, gram)
    if (row < 0 || !/^[\p{L}\p{N}]+$/u.test(text.slice(start, start + length))) return
    const at = row * model.labels.length
    const weight = model.weights[at + k]! - (other < 0 ? 0 : model.weights[at + other]!)
    found.push({ start, length, gain: weight * model.rarity[row]! })
  })
  found.sort((a, b) => b.gain - a.gain || a.start - b.start)
  const named: typeof found = []
  const words = new Set<string>()
  for (const one of found) {
    if (words.size === most || one.gain <= 0 || one.gain < found[0]!.gain * WORTH_NAMING) break
    const apart = named.every(
      (other) => one.start >= other.start + other.length || other.start >= one.start + one.length,
    )
    if (!apart) continue
    named.push(one)
    words.add(text.slice(one.start, one.start + one.length))
  }
  return [...words]
}
