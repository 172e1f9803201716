import type { JudgedReply } from './judge'
import type { Exchange } from './signs'

/** A row of a file of judged replies; which field the judgement stands in tells the kind of the file. */
export type ReplyRow = Exchange & Record<string, unknown>

/** Kinds of files: the field of the judgement, its values, the one to be caught (R-H5), and the one that says nothing. */
const KINDS = [
  { field: 'explained', values: ['0', '1'], perfunctory: '0', unjudged: undefined },
  {
    field: 'replyType',
    values: ['解释安慰', '敷衍', '实质进展', '未标'],
    perfunctory: '敷衍',
    unjudged: '未标',
  },
] as const

export type Kind = (typeof KINDS)[number]

/** The kind a row is of; nothing when it has none of the fields. */
export const kindOf = (row: ReplyRow): Kind | undefined => KINDS.find(({ field }) => field in row)

/** What is wrong with the judgement of a row, in words; undefined when nothing is. `kind`: that of the file. */
export function problemOf(row: ReplyRow, kind: Kind | undefined): string | undefined {
  if (!kind) return `没有 ${KINDS.map(({ field }) => field).join(' 或 ')}`
  const values: readonly string[] = kind.values
  return values.includes(String(row[kind.field]))
    ? undefined
    : `的 ${kind.field} 应是 ${values.join('、')} 之一`
}

/** The rows as judged replies. A reply that nobody judged can be neither learned from nor measured: it is left out. */
export const judgedRows = (rows: readonly ReplyRow[], { field, unjudged }: Kind): JudgedReply[] =>
  rows
    .map(({ title, body, reply, [field]: label }) => ({ title, body, reply, label: String(label) }))
    .filter(({ label }) => label !== unjudged)
