import { eachGram, normalise } from '../text'

/** A text as the runs of characters in it: their numbers and how much each says; the weights' squares add up to 1. */
export interface Vector {
  ids: number[]
  weights: number[]
}

export interface Titled {
  title: string
  body: string
}

/** How often each run of two and three characters stands in a message; the title, where the place is named, counts more. */
export type Counted = Map<number, number>

const TITLE = 3
/** What comes after is reasons and feelings; what and where stand at the beginning. */
const BODY_CHARACTERS = 300

/** Runs never reach over punctuation: 「…路，希望…」 has no run 「路希」. */
export function countRuns({ title, body }: Titled): Counted {
  const counted: Counted = new Map()
  const add = (text: string, weight: number): void => {
    for (const part of normalise(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
      eachGram(part, 2, 3, (run) => counted.set(run, (counted.get(run) ?? 0) + weight))
    }
  }
  add(title, TITLE)
  add(body.slice(0, BODY_CHARACTERS), 1)
  return counted
}

/** In how many messages each run stands. */
export function spreadOf(messages: readonly Counted[]): Map<number, number> {
  const spread = new Map<number, number>()
  for (const counted of messages)
    for (const run of counted.keys()) spread.set(run, (spread.get(run) ?? 0) + 1)
  return spread
}

/**
 * Weighs runs by how rare they are, to the power `rarity`; keeps those that stand in `least` to `most` messages. With
 * `alone`, runs that no other message has still count as something the message says that others do not.
 */
export function vectorsOf(
  messages: readonly Counted[],
  spread: ReadonlyMap<number, number>,
  { least, most, rarity, alone }: { least: number; most: number; rarity: number; alone: boolean },
): Vector[] {
  const total = messages.length
  return messages.map((counted) => {
    const ids: number[] = []
    const weights: number[] = []
    let squares = 0
    for (const [run, count] of counted) {
      const messagesWith = spread.get(run)!
      const kept = messagesWith >= least && messagesWith <= most
      if (!kept && !(alone && messagesWith < least)) continue
      const weight = (1 + Math.log(count)) * (Math.log((1 + total) / (1 + messagesWith)) + 1) ** rarity
      squares += weight * weight
      if (kept) {
        ids.push(run)
        weights.push(weight)
      }
    }
    const length = Math.sqrt(squares) || 1
    return { ids, weights: weights.map((weight) => weight / length) }
  })
}
