import { isWorkday } from 'chinese-days'
import { dateOfDay, momentOfDate, wallClock } from './zone'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const NEAR_DAYS: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

const two = (n: number): string => String(n).padStart(2, '0')

/** 「15:30」 */
export function hourWords(at: number): string {
  const { hour, minute } = wallClock(at)
  return `${two(hour)}:${two(minute)}`
}

/** The day as people say it: 「今天」「明天」「11月26日」, with the year where it is another. */
export function dayWords(at: number, now: number): string {
  const then = wallClock(at)
  const today = wallClock(now)
  const near = NEAR_DAYS[then.dayNumber - today.dayNumber]
  if (near !== undefined) return near
  const date = `${then.month}月${then.day}日`
  return then.year === today.year ? date : `${then.year}年${date}`
}

/** 「今天 15:30」「11月26日 18:00」 */
export function momentWords(at: number, now: number): string {
  return `${dayWords(at, now)} ${hourWords(at)}`
}

/** The exact moment, on demand: 「2026年11月26日（周四）18:00」. */
export function exactWords(at: number): string {
  const { year, month, day, weekday } = wallClock(at)
  return `${year}年${month}月${day}日（${WEEKDAYS[weekday]}）${hourWords(at)}`
}

/** A `YYYY-MM-DD` of the county: 「11月26日 周四」. */
export function dateWords(date: string): string {
  const { month, day, weekday } = wallClock(momentOfDate(date))
  return `${month}月${day}日 ${WEEKDAYS[weekday]}`
}

/** 「09:00–09:30」 */
export function spanWords(from: number, to: number): string {
  return `${hourWords(from)}–${hourWords(to)}`
}

export interface Due {
  at: number
  state: 'ok' | 'soon' | 'late' | 'stopped'
}

/**
 * A deadline as people say it: 「今天 15:30 前」「还剩 2 个工作日」「超时 1 天」.
 * Working days follow the national calendar; what the county changes on it decides the deadline, not this phrase.
 */
export function dueWords(due: Due, now: number): string {
  if (due.state === 'stopped') return '等待补充，暂停计时'
  if (due.at <= now) return `超时 ${lengthWords(now - due.at)}`
  const days = wallClock(due.at).dayNumber - wallClock(now).dayNumber
  if (days <= 1) return `${momentWords(due.at, now)} 前`
  const workdays = countWorkdays(wallClock(now).dayNumber + 1, wallClock(due.at).dayNumber)
  return workdays === 0 ? `还剩 ${days} 天` : `还剩 ${workdays} 个工作日`
}

/** The largest unit that is full: 「2 天」「3 小时」「12 分钟」. */
export function lengthWords(ms: number): string {
  if (ms >= DAY) return `${Math.floor(ms / DAY)} 天`
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} 小时`
  return `${Math.max(1, Math.floor(ms / MINUTE))} 分钟`
}

function countWorkdays(first: number, last: number): number {
  // A deadline months away is a date to people, and the loop stays short.
  let count = 0
  for (let day = first; day <= last && day < first + 120; day++) if (isWorkday(dateOfDay(day))) count++
  return count
}
