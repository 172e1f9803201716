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

/** A check that allows no fault. */
export function faultsRow(what: string, faults: readonly string[], where: string): ReportRow {
  const measured = faults.length === 0 ? '通过' : `${faults.length} 处`
  return { what, value: faults.length, measured, limit: '0 处', where, ok: faults.length === 0 }
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
