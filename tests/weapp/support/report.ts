import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One line of the picture of the state in the README. */
export interface ReportRow {
  what: string
  /** Of several rows about the same, the one with the largest counts. */
  value: number
  measured: string
  limit: string
  where: string
  ok: boolean
}

/** Prints rows as a table, and leaves them where scripts/budgets.mjs finds them. */
export function report(name: string, rows: ReportRow[]): void {
  const folder = path.resolve('.cache', 'test', 'budgets')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(rows))
  const lines = rows.map(
    ({ what, measured, limit, where, ok }) =>
      `  ${ok ? '✓' : '✗'} ${what}  ${measured} / ${limit}  ${where}\n`,
  )
  process.stderr.write(lines.join(''))
}
