import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { encodeModel, train, type LabelWords, type Example } from '@core/routing/category'
import { crossValidate, evaluate, labelsOf, learningCurve, rounded } from './evaluate'
import { readExamples, readWords, Unusable } from './messages'

const OPTIONS = {
  data: { type: 'string' },
  out: { type: 'string' },
  train: { type: 'string' },
  test: { type: 'string' },
  words: { type: 'string' },
  folds: { type: 'string' },
  seed: { type: 'string' },
  curve: { type: 'boolean' },
} as const

const USAGE = {
  train: 'npm run routing:train -- --data FILE --out MODEL [--words FILE]',
  eval: 'npm run -s eval:category -- --train FILE [--test FILE | --folds 5 [--seed 1] | --curve] [--words FILE]',
}

/** Runs `train` or `eval`; prints one JSON object, or what is wrong. Answers the exit code. */
export function run([command, ...args]: string[]): number {
  try {
    const { values } = parseArgs({ args, options: OPTIONS })
    const answer = command === 'train' ? trainModel(values) : evaluateModel(values)
    console.log(
      JSON.stringify(answer, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value)),
    )
    return 0
  } catch (error) {
    const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    if (!isUsage && !(error instanceof Unusable)) throw error
    console.error(`✖ ${(error as Error).message}`)
    console.error(`  ${command === 'train' ? USAGE.train : USAGE.eval}`)
    return 1
  }
}

interface Values {
  data?: string
  out?: string
  train?: string
  test?: string
  words?: string
  folds?: string
  seed?: string
  curve?: boolean
}

function trainModel({ data, out, words }: Values) {
  if (data === undefined || out === undefined) throw new Unusable('请给出 --data 和 --out')
  const examples = readExamples(data)
  const labels = labelsOf(examples)
  const bytes = encodeModel(train(examples, labels, wordsOf(words, examples)))
  writeFileSync(out, bytes)
  return { model: out, trainedOn: examples.length, labels, modelBytes: bytes.length }
}

function evaluateModel({ train: file, test, words, folds, seed, curve }: Values) {
  if (file === undefined) throw new Unusable('请给出 --train')
  const examples = readExamples(file)
  const known = wordsOf(words, examples)
  if (curve) return { curve: learningCurve(examples, known) }
  if (test !== undefined) return evaluate(examples, readExamples(test), known)
  if (folds === undefined) throw new Unusable('请给出 --test、--folds 或 --curve')
  return crossValidate(examples, whole('--folds', folds, 2), known, whole('--seed', seed ?? '1', 0))
}

function whole(option: string, text: string, least: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least) throw new Unusable(`${option} 应是不小于 ${least} 的整数`)
  return value
}

const wordsOf = (file: string | undefined, examples: readonly Example[]): LabelWords[] =>
  file === undefined ? [] : readWords(file, labelsOf(examples))
