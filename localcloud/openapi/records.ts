import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** One call that WeChat would have acted on, kept to be looked at instead. */
export interface OpenApiRecord {
  /** ISO time by the local cloud's clock. */
  at: string
  /** e.g. `subscribeMessage.send`; a pushed event is `push:<Event>`. */
  api: string
  /** The function that called, or that was called by a push. */
  function: string
  /** On whose behalf, where known. */
  openid?: string
  /** What was asked, with numbers that identify people masked and checked words left out. */
  request: Record<string, unknown>
  errcode: number
  traceId?: string
}

const KEPT = 5000

/** The records, in memory and as JSON lines in the data folder. The newest 5,000 survive a restart. */
export class Records {
  private readonly records: OpenApiRecord[]

  constructor(private readonly file: string) {
    this.records = existsSync(file) ? readLines(file) : []
    if (this.records.length > KEPT) {
      this.records.splice(0, this.records.length - KEPT)
      writeFileSync(`${file}.part`, this.records.map((record) => `${JSON.stringify(record)}\n`).join(''))
      renameSync(`${file}.part`, file)
    }
  }

  add(record: OpenApiRecord): void {
    const masked = { ...record, request: mask(record.request) as Record<string, unknown> }
    this.records.push(masked)
    if (this.records.length > 2 * KEPT) this.records.splice(0, KEPT)
    appendFileSync(this.file, `${JSON.stringify(masked)}\n`)
  }

  /** The records that match every given field, oldest first. */
  find(
    filter: Partial<Pick<OpenApiRecord, 'api' | 'function' | 'openid' | 'traceId'>> = {},
  ): OpenApiRecord[] {
    const wanted = Object.entries(filter) as [keyof OpenApiRecord, unknown][]
    return this.records.filter((record) => wanted.every(([key, value]) => record[key] === value))
  }
}

/** A kill may cut the last line short: what cannot be read is left out. */
function readLines(file: string): OpenApiRecord[] {
  const records: OpenApiRecord[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    try {
      if (line !== '') records.push(JSON.parse(line) as OpenApiRecord)
    } catch {
      continue
    }
  }
  return records
}

/** Mobile numbers, also written with spaces or dashes, and ID card numbers. */
const PERSONAL_NUMBER = /(?<!\d)(?:1[3-9]\d(?:[ -]?\d{4}){2}|\d{17}[\dXx])(?!\d)/g

/**
 * Leaves the shape and takes away what R-X3 protects: phone and ID numbers keep their first three and last two
 * digits. Signatures of links go too: a record is not a key.
 */
export function mask(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .replace(PERSONAL_NUMBER, (found) => `${found.slice(0, 3)}****${found.slice(-2)}`)
      .replace(/([?&]sign=)[^&]*/g, '$1****')
  }
  if (typeof value === 'number') {
    const text = String(value)
    return mask(text) === text ? value : mask(text)
  }
  if (Array.isArray(value)) return value.map(mask)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mask(item)]))
  }
  return value
}
