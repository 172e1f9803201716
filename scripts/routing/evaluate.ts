import {
  encodeModel,
  measure,
  partsOf,
  rank,
  train,
  type CategoryModel,
  type Figures,
  type Judged,
  type LabelWords,
  type Example,
} from '@core/routing/category'

/** What `eval:category` prints (issue and README). Shares from 0 to 1. */
export interface Evaluation extends Figures {
  msPerMessage: number
  trainSeconds: number
  modelBytes: number
}

export const labelsOf = (examples: readonly Example[]): string[] =>
  [...new Set(examples.map(({ label }) => label))].sort()

/** Trains on one collection and judges another. */
export function evaluate(
  seen: readonly Example[],
  unseen: readonly Example[],
  words: readonly LabelWords[],
): Evaluation {
  return figures([tryOut(seen, unseen, labelsOf(seen), words)])
}

/** Trains `folds` times, each time judging a part that was left out; messages of a group are on one side. */
export function crossValidate(
  examples: readonly Example[],
  folds: number,
  words: readonly LabelWords[],
  seed = 1,
): Evaluation {
  const part = partsOf(examples, folds, seed)
  const trials = Array.from({ length: folds }, (_, fold) =>
    tryOut(
      examples.filter((_, i) => part[i] !== fold),
      examples.filter((_, i) => part[i] === fold),
      labelsOf(examples),
      words,
    ),
  )
  return figures(trials)
}

/** Lessons a new centre may have. */
export const CURVE = [0, 100, 300, 1000, 3000]
/** Times each point of the curve is drawn anew. */
const DRAWS = 3

/** How good the model is after so many examples; a fifth is kept apart and judged. */
export function learningCurve(
  examples: readonly Example[],
  words: readonly LabelWords[],
): Record<number, Pick<Evaluation, 'accuracy' | 'macroF1'>> {
  const curve: Record<number, Pick<Evaluation, 'accuracy' | 'macroF1'>> = {}
  for (const n of CURVE) {
    const trials = Array.from({ length: n === 0 ? 1 : DRAWS }, (_, draw) => {
      const part = partsOf(examples, 5, draw + 1)
      const unseen = examples.filter((_, i) => part[i] === 0)
      const rest = examples.filter((_, i) => part[i] !== 0)
      return tryOut(someOf(rest, n, draw + 1), unseen, labelsOf(examples), words)
    })
    const { accuracy, macroF1 } = figures(trials)
    curve[n] = { accuracy: rounded(accuracy), macroF1: rounded(macroF1) }
  }
  return curve
}

/** So many examples by chance, groups together. A file may be sorted by category: every category keeps its share. */
export function someOf(examples: readonly Example[], count: number, seed: number): Example[] {
  const turn = partsOf(examples, examples.length, seed)
  const mixed = [...examples.keys()].sort((a, b) => turn[a]! - turn[b]!)
  return mixed.slice(0, count).map((i) => examples[i]!)
}

interface Trial {
  judged: Judged[]
  model: CategoryModel
  trainMs: number
  judgeMs: number
}

function tryOut(
  seen: readonly Example[],
  unseen: readonly Example[],
  labels: readonly string[],
  words: readonly LabelWords[],
): Trial {
  const before = performance.now()
  const model = train(seen, labels, words)
  const trained = performance.now()
  const judged = unseen.map(({ message, label }) => ({ answer: label, ranked: rank(model, message, words) }))
  return { judged, model, trainMs: trained - before, judgeMs: performance.now() - trained }
}

function figures(trials: readonly Trial[]): Evaluation {
  const judged = trials.flatMap((trial) => trial.judged)
  const longest = Math.max(...trials.map(({ trainMs }) => trainMs))
  const judging = trials.reduce((sum, { judgeMs }) => sum + judgeMs, 0)
  return {
    ...measure(judged),
    msPerMessage: judging / judged.length,
    trainSeconds: longest / 1000,
    modelBytes: Math.max(...trials.map(({ model }) => encodeModel(model).length)),
  }
}

export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
