import { ALWAYS, featuresOf, STEPS, type Weights } from './learned'

const ROUNDS = 10
const RATE = 0.2
const SHRINK = 1e-3

/**
 * Learns from wordings how strongly characters tell of danger: logistic regression by stochastic gradient descent, in
 * an order that is the same every time.
 */
export function learnWeights(urgent: readonly string[], calm: readonly string[]): Weights {
  const weights = new Map<string, number>([[ALWAYS, 0]])
  const examples = [
    ...urgent.map((text) => ({ features: [...featuresOf(text)], sign: 1 })),
    ...calm.map((text) => ({ features: [...featuresOf(text)], sign: -1 })),
  ]
  const weightOf = (feature: string): number => weights.get(feature) ?? 0
  let state = 1
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = examples.length - 1; k > 0; k--) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      const j = (state >>> 8) % (k + 1)
      ;[examples[k], examples[j]] = [examples[j]!, examples[k]!]
    }
    const rate = RATE / (1 + round * 0.2)
    for (const { features, sign } of examples) {
      const length = Math.sqrt(features.length) || 1
      const told = features.reduce((sum, feature) => sum + weightOf(feature) / length, weightOf(ALWAYS))
      const step = (rate * sign) / (1 + Math.exp(sign * told))
      weights.set(ALWAYS, weightOf(ALWAYS) + step * 0.1)
      for (const feature of features) {
        weights.set(feature, weightOf(feature) * (1 - rate * SHRINK) + (3 * step) / length)
      }
    }
  }
  return weights
}

/** The weights as one line, those that say next to nothing left out. */
export function weightsText(weights: Weights): string {
  return [...weights]
    .map(([feature, weight]) => [feature, Math.round(weight * STEPS)] as const)
    .filter(([feature, steps]) => feature === ALWAYS || Math.abs(steps) >= 2)
    .map(([feature, steps]) => `${feature}${steps}`)
    .join('')
}
