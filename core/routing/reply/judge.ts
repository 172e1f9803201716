import { fit, scoresOfRow, type Fit } from '../category/fit'
import { columnsOf, rowsOf, type Columns } from '../category/rows'
import { partsOf } from '../category/train'
import { vectorOf, type Vector } from '../category/vector'
import { signsOf, wordingOf, type Exchange } from './signs'
import { thresholdFor } from './threshold'

/** A reply and what a person called it. */
export interface JudgedReply extends Exchange {
  label: string
}

/** Says what kind a reply is. */
export type Judge = (exchange: Exchange) => string

/** How much a sign counts beside the wording, which has length 1. */
const SIGN_WEIGHT = 0.5
/** Judgements of replies are noisy: fit less closely than categories. */
const COST = 0.5
/** Parts in which the replies are tried out to choose the threshold. */
const PARTS = 5

/**
 * R-H5: learns from replies that people judged: the characters of the reply and the signs, one linear model
 * (the same as for categories). A reply is perfunctory when that label is ahead of every other by the threshold, which
 * is chosen on replies the model had not seen; otherwise it is the likeliest other one. Deterministic.
 *
 * @param perfunctory the label to be caught
 */
export function learn(replies: readonly JudgedReply[], perfunctory: string): Judge {
  const others = [...new Set(replies.map(({ label }) => label))]
    .filter((label) => label !== perfunctory)
    .sort()
  const labels = [perfunctory, ...others]
  const vectors = replies.map(vectorOfReply)
  const answers = replies.map(({ label }) => labels.indexOf(label))
  const part = partsOf(groupedByWording(replies), PARTS)
  const leads: { lead: number; perfunctory: boolean }[] = []
  for (let held = 0; held < PARTS; held++) {
    const seen = [...vectors.keys()].filter((i) => part[i] !== held)
    const model = trained(
      seen.map((i) => vectors[i]!),
      seen.map((i) => answers[i]!),
      labels.length,
    )
    vectors.forEach((vector, i) => {
      if (part[i] === held)
        leads.push({ lead: leadOf(scoresFor(model, vector)), perfunctory: answers[i] === 0 })
    })
  }
  const threshold = thresholdFor(leads)
  const model = trained(vectors, answers, labels.length)
  return (exchange) => {
    const scores = scoresFor(model, vectorOfReply(exchange))
    return labels[leadOf(scores) >= threshold ? 0 : bestOther(scores)] ?? perfunctory
  }
}

/** Replies with one wording belong together: none may be learned from where its copy is measured. */
export const groupedByWording = (replies: readonly Exchange[]): { group: string }[] =>
  replies.map(({ reply }) => ({ group: wordingOf(reply) }))

interface Model {
  fit: Fit
  columns: Columns
}

const SIGNS = Object.keys(signsOf({ title: '', body: '', reply: '' }))

function vectorOfReply(exchange: Exchange): Vector {
  const { parts } = vectorOf({ body: exchange.reply }, [])
  const rules = Object.entries(signsOf(exchange)).map(([label, value]) => ({
    label,
    strength: value * SIGN_WEIGHT,
  }))
  return { parts, rules }
}

function trained(vectors: readonly Vector[], answers: readonly number[], labels: number): Model {
  const columns = columnsOf(vectors)
  const rows = rowsOf(vectors, SIGNS, columns)
  const counts = Array.from({ length: labels }, (_, k) => answers.filter((answer) => answer === k).length)
  // A rare kind is worth as much as a common one.
  const costs = answers.map((answer) => (COST * answers.length) / (labels * counts[answer]!))
  return { columns, fit: fit(rows, answers, labels, [...vectors.keys()], costs) }
}

const scoresFor = ({ fit, columns }: Model, vector: Vector): number[] =>
  Array.from(scoresOfRow(fit, rowsOf([vector], SIGNS, columns), 0))

/** By how much the first label is ahead of the likeliest other; negative: behind. */
const leadOf = ([first = 0, ...others]: readonly number[]): number => first - Math.max(...others, -1)

const bestOther = ([, ...others]: readonly number[]): number => 1 + others.indexOf(Math.max(...others))
