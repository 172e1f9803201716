import { scoreByWords } from '../keywords'
import { eachGram, normalise } from '../text'

/** What people wrote: words, and in channels that have one a title, which says more for its length. */
export interface Message {
  title?: string
  body: string
}

/** The words by which a county already knows a category: what the model starts from, before it has learned anything. */
export interface LabelWords {
  label: string
  words: readonly { word: string; weight: number }[]
}

/** Runs of characters as 32-bit numbers, each once, with how often each stands there (damped); and what they count. */
export interface Grams {
  weight: number
  grams: Uint32Array
  strengths: Float32Array
}

/**
 * A message as the model reads it. `parts`: title and body, each of a fixed weight however long it is, so that a long
 * story does not drown its own title. `rules`: how strongly the county's own words speak for a category, 0…1.
 */
export interface Vector {
  parts: readonly Grams[]
  rules: readonly { label: string; strength: number }[]
}

/** Measured by cross-validation (ADR 0008); a title is short and says nearly as much as the whole story. */
const WEIGHTS = { title: 1, body: 1.5 }
/** Two or three characters carry what words do in Chinese, one what is left over. */
const LONGEST_GRAM = 3
/** Evidence at which the county's words are half as sure as they can be: one middling word. */
const RULE_HALF = 3

/** Reads a message. Any text will do; an empty one has no parts. */
export function vectorOf(message: Message, words: readonly LabelWords[]): Vector {
  const title = normalise(message.title ?? '')
  const body = normalise(message.body)
  const parts = [gramsOf(title, WEIGHTS.title), gramsOf(body, WEIGHTS.body)]
  return { parts: parts.filter(({ grams }) => grams.length > 0), rules: rulesFor(`${title}\n${body}`, words) }
}

/** What a category's own words amount to without any message: the model's first lesson (R-D3). */
export const seedOf = (label: string): Vector => ({ parts: [], rules: [{ label, strength: 1 }] })

function gramsOf(text: string, weight: number): Grams {
  const counts = new Map<number, number>()
  eachGram(text, 1, LONGEST_GRAM, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1))
  const grams = Uint32Array.from(counts.keys())
  const strengths = Float32Array.from(counts.values(), (n) => 1 + Math.log(n))
  return { weight, grams, strengths }
}

function rulesFor(text: string, words: readonly LabelWords[]): Vector['rules'] {
  const candidates = words.map((entry) => ({ value: entry.label, words: entry.words }))
  return scoreByWords(text, candidates).map(({ value, score }) => ({
    label: value,
    strength: score / (score + RULE_HALF),
  }))
}
