import { normalise } from '../text'
import { WEIGHTS } from './weights'

/** What a text tells of danger beyond the signs: single characters and pairs, each with a weight learned from wordings. */
export type Weights = ReadonlyMap<string, number>

/** Steps of one unit of weight in the file: whole numbers are shorter. */
export const STEPS = 20
/** The weight of every text, before any of its characters. */
export const ALWAYS = ''

let read: Weights | undefined

/** How strongly a text tells of danger: above 0 rather than not. `weights`: the ones in use unless others are given. */
export function dangerTold(text: string, weights: Weights = (read ??= weightsFrom(WEIGHTS))): number {
  const features = featuresOf(text)
  const length = Math.sqrt(features.size) || 1
  let sum = weights.get(ALWAYS) ?? 0
  for (const feature of features) sum += (weights.get(feature) ?? 0) / length
  return sum
}

/** The distinct characters and pairs of characters of a text, without what is no letter. */
export function featuresOf(text: string): Set<string> {
  const letters = normalise(text).replace(/[^\p{L}]/gu, '')
  const features = new Set<string>()
  for (let i = 0; i < letters.length; i++) {
    features.add(letters[i]!)
    if (i + 1 < letters.length) features.add(letters.slice(i, i + 2))
  }
  return features
}

/** Reads what `weightsText` wrote. */
export function weightsFrom(text: string): Weights {
  return new Map(
    [...text.matchAll(/(\p{L}*)(-?\d+)/gu)].map(([, feature, steps]) => [feature!, Number(steps) / STEPS]),
  )
}
