import { dayOf, hourOf } from './workdays'

/** 「11月26日 18:00」 in Asia/Shanghai, for notices and timelines. */
export function readableMoment(at: Date): string {
  const [, month, date] = dayOf(at).split('-').map(Number) as [number, number, number]
  const hour = hourOf(at)
  const minutes = String(Math.floor((hour % 1) * 60 + 1e-6)).padStart(2, '0')
  return `${month}月${date}日 ${String(Math.floor(hour + 1e-9)).padStart(2, '0')}:${minutes}`
}
