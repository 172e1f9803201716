import { probabilities } from './model'

/** How scores become probabilities: `sharpness` for all labels, `lean` by label. */
export interface Calibration {
  sharpness: number
  lean: Float32Array
}

/** Nothing known: scores of ±1 are fair odds. */
const START = 2
/** With few messages the sharpness stays near the start, and no label is leaned to or from. */
const CAUTION = 0.02
const STEPS = 300

/**
 * Fits probabilities to scores of messages the model was not trained on, by gradient descent on their log-loss with a
 * little caution. Auto-dispatch hangs on it (R-D4): .9 has to mean nine in ten.
 *
 * @param scores of each message for each label, by a model that had not seen it
 * @param answers the right label of each
 * @param before what was known before these messages: they sharpen it; whom to lean to, it knows better than a few of them
 */
export function calibrate(
  scores: readonly ArrayLike<number>[],
  answers: readonly number[],
  labels: number,
  before?: Calibration,
): Calibration {
  const start = before?.sharpness ?? START
  const calibration: Calibration = {
    sharpness: start,
    lean: before?.lean.slice() ?? new Float32Array(labels),
  }
  if (scores.length === 0) return calibration
  const caution = CAUTION + 1 / scores.length
  for (let step = 0; step < STEPS; step++) {
    let sharper = caution * (calibration.sharpness - start)
    const leaning = new Float64Array(labels)
    scores.forEach((row, i) => {
      probabilities(row, calibration).forEach((probability, k) => {
        const excess = (probability - (answers[i] === k ? 1 : 0)) / scores.length
        sharper += excess * row[k]!
        leaning[k]! += excess
      })
    })
    const pace = 2 / (1 + step / 100)
    calibration.sharpness = Math.max(0.1, calibration.sharpness - pace * sharper)
    for (let k = 0; !before && k < labels; k++) {
      calibration.lean[k]! -= pace * (leaning[k]! + caution * calibration.lean[k]!)
    }
  }
  return calibration
}
