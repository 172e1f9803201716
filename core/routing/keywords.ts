/** How strongly a text speaks for something, judged by the plain words that occur in it. */
export interface Score<T> {
  value: T
  score: number
  found: string[]
}

/**
 * Scores each candidate by the weights of its distinct words in the text, best first; ties keep the given order.
 * A word that is part of a longer found word of the same candidate does not count twice (「水」 within 「停水」).
 */
export function scoreByWords<T>(
  text: string,
  candidates: readonly { value: T; words: readonly { word: string; weight: number }[] }[],
): Score<T>[] {
  return candidates
    .map(({ value, words }) => {
      const hits = words.filter(({ word }) => text.includes(word))
      const distinct = hits.filter(
        ({ word }) => !hits.some((other) => other.word !== word && other.word.includes(word)),
      )
      return {
        value,
        score: distinct.reduce((sum, { weight }) => sum + weight, 0),
        found: distinct.map(({ word }) => word),
      }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

/** Confidence of the best against the second and against having little to go on: 0 with nothing found, near 1 when clear. */
export function confidence(scores: readonly Score<unknown>[]): number {
  const [best, second] = scores
  if (!best) return 0
  return Math.round((best.score / (best.score + (second?.score ?? 0) + LITTLE_EVIDENCE)) * 100) / 100
}

/** One word of middle weight alone should read as a guess, not as knowledge. */
const LITTLE_EVIDENCE = 1

/** 「提到‘停水’‘水压’」 */
export function mentioned(found: readonly string[]): string {
  return `提到${found
    .slice(0, 4)
    .map((word) => `‘${word}’`)
    .join('')}`
}
