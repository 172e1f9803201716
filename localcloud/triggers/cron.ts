/**
 * The cloud's timer expressions: seven fields (second minute hour day month weekday year) in UTC+8, with
 * `,` `-` `*` `/` and names for months and weekdays. When day and weekday are both given, either is enough.
 */
const ZONE_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
/** Nothing in a seven-field expression repeats more rarely than 29 February on a given weekday. */
const HORIZON_DAYS = 366 * 41

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Field {
  name: string
  min: number
  max: number
  words?: readonly string[]
}

const FIELDS: readonly Field[] = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'weekday', min: 0, max: 6, words: WEEKDAYS },
  { name: 'year', min: 1970, max: 2099 },
]

export interface Cron {
  /** The first moment strictly after `after` that matches; null when there is none within 41 years. */
  next(after: Date): Date | null
}

/** Reads a timer expression; throws naming the field that is wrong. */
export function parseCron(expression: string): Cron {
  const texts = expression.trim().split(/\s+/)
  if (texts.length !== 7) throw new Error(`timer "${expression}": 7 fields wanted, got ${texts.length}`)
  const [seconds, minutes, hours, days, months, weekdays, years] = texts.map((text, i) =>
    parseField(text, FIELDS[i]!, expression),
  ) as [number[], number[], number[], number[], number[], number[], number[]]
  const dayIsFree = texts[3] === '*'
  const weekdayIsFree = texts[5] === '*'

  /** `local` carries the UTC+8 wall clock in its UTC fields. */
  const dayMatches = (local: Date): boolean => {
    if (!years.includes(local.getUTCFullYear()) || !months.includes(local.getUTCMonth() + 1)) return false
    const byDay = days.includes(local.getUTCDate())
    const byWeekday = weekdays.includes(local.getUTCDay())
    if (dayIsFree) return byWeekday
    return weekdayIsFree ? byDay : byDay || byWeekday
  }

  return {
    next(after) {
      const from = Math.floor(after.getTime() / 1000) * 1000 + 1000 + ZONE_MS
      const firstDay = Math.floor(from / DAY_MS) * DAY_MS
      for (let n = 0; n < HORIZON_DAYS; n++) {
        const day = firstDay + n * DAY_MS
        if (!dayMatches(new Date(day))) continue
        const found = firstTimeOfDay(Math.max(from - day, 0))
        if (found !== null) return new Date(day + found - ZONE_MS)
      }
      return null
    },
  }

  /** First matching time of day in milliseconds that is not before `earliest`. */
  function firstTimeOfDay(earliest: number): number | null {
    for (const hour of hours) {
      if ((hour + 1) * 3_600_000 <= earliest) continue
      for (const minute of minutes) {
        if (hour * 3_600_000 + (minute + 1) * 60_000 <= earliest) continue
        for (const second of seconds) {
          const time = hour * 3_600_000 + minute * 60_000 + second * 1000
          if (time >= earliest) return time
        }
      }
    }
    return null
  }
}

function parseField(text: string, field: Field, expression: string): number[] {
  const wrong = (part: string) => new Error(`timer "${expression}": ${field.name} "${part}" is not valid`)
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const [range = '', stepText, ...rest] = part.split('/')
    const step = stepText === undefined ? 1 : Number(stepText)
    if (rest.length > 0 || !Number.isInteger(step) || step < 1) throw wrong(part)
    const [from, to] = parseRange(range, field, stepText !== undefined)
    if (!(from >= field.min && to <= field.max && from <= to)) throw wrong(part)
    for (let value = from; value <= to; value += step) values.add(value)
  }
  return [...values].sort((a, b) => a - b)
}

/** `*`, `a`, `a-b`; a start with a step (`5/10`) runs to the end of the field. NaN marks what is no number. */
function parseRange(range: string, field: Field, stepped: boolean): [number, number] {
  if (range === '*') return [field.min, field.max]
  const number = (text: string) => {
    const word = field.words?.indexOf(text.toUpperCase()) ?? -1
    if (word >= 0) return word + field.min
    return /^\d+$/.test(text) ? Number(text) : NaN
  }
  const [first = '', last, ...rest] = range.split('-')
  if (rest.length > 0) return [NaN, NaN]
  const from = number(first)
  if (last !== undefined) return [from, number(last)]
  return [from, stepped ? field.max : from]
}
