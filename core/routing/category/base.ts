import type { Calibration } from './calibrate'
import type { CategoryModel } from './model'
import type { Columns } from './rows'

/** The score of a label of which nothing is known. */
const UNKNOWN = -1

/**
 * Where training starts from a model that is there already: its weights in the columns and labels of the new one. A
 * label the base does not know starts without weights, and unlikely.
 */
export function startOf(base: CategoryModel, { of }: Columns, labels: readonly string[]): Float32Array {
  const { features, rules, weights, unit, bias } = base
  const [before, size] = [base.labels.length, labels.length]
  const placeOf = base.labels.map((label) => labels.indexOf(label))
  const constants = (of.size + size) * size
  const start = new Float32Array(constants + size).fill(UNKNOWN, constants)
  const put = (column: number, row: ArrayLike<number>, from: number, factor: number) =>
    placeOf.forEach((place, k) => {
      if (place >= 0) start[column * size + place] = row[from + k]! * factor
    })
  features.forEach((gram, row) => put(of.get(gram)!, weights, row * before, unit))
  placeOf.forEach((place, row) => {
    if (place >= 0) put(of.size + place, rules, row * before, 1)
  })
  put(of.size + size, bias, 0, 1)
  return start
}

/** How sure the base is, by the labels of the new model. */
export const calibrationOf = (base: CategoryModel, labels: readonly string[]): Calibration => ({
  sharpness: base.sharpness,
  lean: Float32Array.from(labels, (label) => base.lean[base.labels.indexOf(label)] ?? 0),
})
