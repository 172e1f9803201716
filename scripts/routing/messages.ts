import { readFileSync } from 'node:fs'
import type { LabelWords, Example } from '@core/routing/category'

/** What is wrong with a file or an option, in words for whoever runs the command. */
export class Unusable extends Error {}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Unusable(`读不了 ${file}：${(error as NodeJS.ErrnoException).code}`)
  }
}

/**
 * Messages with their category: one JSON object a line with `body` (or `words`) and `category`, and where there are
 * `title` and `group` (messages about one thing, nearly alike). Title and body may be empty.
 *
 * @throws Unusable naming the line
 */
export function readExamples(file: string): Example[] {
  const examples = textOf(file)
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [exampleOf(line, `${file} 第 ${index + 1} 行`)]))
  if (examples.length === 0) throw new Unusable(`${file} 里没有一条数据`)
  return examples
}

function exampleOf(line: string, where: string): Example {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    throw new Unusable(`${where}不是 JSON`)
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw new Unusable(`${where}不是一个对象`)
  const { title = '', body, words, category, group } = row as Record<string, unknown>
  const text = body ?? words ?? ''
  if (typeof category !== 'string' || category.trim() === '')
    throw new Unusable(`${where}没有类别（category）`)
  if (typeof title !== 'string') throw new Unusable(`${where}的标题（title）不是文字`)
  if (typeof text !== 'string') throw new Unusable(`${where}的正文（body）不是文字`)
  if (group !== undefined && typeof group !== 'string' && typeof group !== 'number') {
    throw new Unusable(`${where}的分组（group）不是文字或数字`)
  }
  return {
    message: { title, body: text },
    label: category,
    ...(group === undefined ? {} : { group }),
  }
}

/** Longest piece of a name that people are likely to write just so. */
const PIECE = 2
/** A piece speaks for a category when at least this share of the names it stands in are that category's. */
const OWN_SHARE = 0.6

/**
 * What categories are about, from a table with the category in the first column and names of what belongs to it in
 * the others. The names count whole, and in pieces where the pieces are nearly its own.
 */
export function readWords(file: string, labels: readonly string[]): LabelWords[] {
  const lines = textOf(file).split(/\r?\n/).slice(1).filter(Boolean)
  const namesOf = new Map<string, Set<string>>()
  for (const line of lines) {
    const [label = '', ...rest] = line.replace(/^\uFEFF/, '').split(',')
    const names = namesOf.get(label) ?? new Set(label.split(/[和、与]/))
    for (const name of rest) if (name !== '' && name !== '其他') names.add(name)
    namesOf.set(label, names)
  }
  const everywhere = new Map<string, number>()
  for (const names of namesOf.values()) {
    for (const name of names) for (const piece of piecesOf(name)) add(everywhere, piece)
  }
  return labels.map((label) => {
    const names = namesOf.get(label) ?? new Set([label])
    const here = new Map<string, number>()
    for (const name of names) for (const piece of piecesOf(name)) add(here, piece)
    const own = [...here].filter(([piece, n]) => n >= OWN_SHARE * (everywhere.get(piece) ?? n))
    return {
      label,
      words: [
        ...[...names].map((word) => ({ word, weight: 4 })),
        ...own.map(([word, n]) => ({ word, weight: Math.min(3, 1 + Math.log2(n)) })),
      ].filter(({ word }, index, all) => all.findIndex((other) => other.word === word) === index),
    }
  })
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

const piecesOf = (name: string): string[] =>
  Array.from({ length: Math.max(0, name.length - PIECE + 1) }, (_, start) => name.slice(start, start + PIECE))
