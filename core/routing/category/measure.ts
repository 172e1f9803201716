import type { Ranked } from './model'

/** A prediction beside what a person said. */
export interface Judged {
  answer: string
  ranked: readonly Ranked[]
}

/** The same where only the first choice is known. */
interface Chosen {
  answer: string
  ranked: readonly Pick<Ranked, 'label'>[]
}

export interface LabelFigures {
  precision: number
  recall: number
  f1: number
  count: number
}

export interface Figures {
  accuracy: number
  /** Mean of the labels' f1, each counting the same. */
  macroF1: number
  /** How often the answer is one of the first two. */
  top2: number
  /** Expected calibration error over ten equal bands of confidence. */
  ece: number
  /** Of all messages, the share of the surest among which 99 in 100 are right (R-D4). */
  coverageAt99: number
  perClass: Record<string, LabelFigures>
}

const BANDS = 10
const SURE = 0.99

/** How good predictions are. */
export function measure(judged: readonly Judged[]): Figures {
  const right = judged.filter(isRight).length
  const second = judged.filter(({ answer, ranked }) => ranked[1]?.label === answer).length
  return {
    accuracy: share(right, judged.length),
    ...measureLabels(judged),
    top2: share(right + second, judged.length),
    ece: calibrationError(judged),
    coverageAt99: coverage(judged),
  }
}

/** Label by label: every one that was an answer or a prediction; the mean is over those that were an answer. */
export function measureLabels(judged: readonly Chosen[]): Pick<Figures, 'macroF1' | 'perClass'> {
  const labels = [...new Set(judged.flatMap(({ answer, ranked }) => [answer, ranked[0]!.label]))].sort()
  const perClass = Object.fromEntries(labels.map((label) => [label, figuresOf(label, judged)]))
  const answered = Object.values(perClass).filter(({ count }) => count > 0)
  const sum = answered.reduce((sum, { f1 }) => sum + f1, 0)
  return { macroF1: share(sum, answered.length), perClass }
}

const isRight = ({ answer, ranked }: Chosen): boolean => ranked[0]?.label === answer

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

function figuresOf(label: string, judged: readonly Chosen[]): LabelFigures {
  const said = judged.filter(({ ranked }) => ranked[0]!.label === label)
  const count = judged.filter(({ answer }) => answer === label).length
  const right = said.filter(isRight).length
  const [precision, recall] = [share(right, said.length), share(right, count)]
  return { precision, recall, f1: share(2 * precision * recall, precision + recall), count }
}

function calibrationError(judged: readonly Judged[]): number {
  const bands = Array.from({ length: BANDS }, () => ({ sure: 0, right: 0 }))
  for (const one of judged) {
    const probability = one.ranked[0]!.probability
    const band = bands[Math.min(BANDS - 1, Math.floor(probability * BANDS))]!
    band.sure += probability
    if (isRight(one)) band.right++
  }
  return share(
    bands.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0),
    judged.length,
  )
}

function coverage(judged: readonly Judged[]): number {
  const surest = [...judged].sort((a, b) => b.ranked[0]!.probability - a.ranked[0]!.probability)
  let right = 0
  let covered = 0
  surest.forEach((one, index) => {
    if (isRight(one)) right++
    if (right >= SURE * (index + 1)) covered = index + 1
  })
  return share(covered, judged.length)
}
