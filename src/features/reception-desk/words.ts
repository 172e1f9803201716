import type { DeskDay } from '@core/contracts/reception/desk-views'
import type { MonthView } from '@core/contracts/reception/month-views'
import { dateWords, momentWords } from '@/features/time'

/** 「2026年12月」 */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** R-A1: what the calendar says of a month that is not published; undefined while there is time. */
export function planWords(
  { month, state, publishBy }: Pick<MonthView, 'month' | 'state' | 'publishBy'>,
  now: number,
): string | undefined {
  if (state === 'late') return `${monthWords(month)}的接待日还没公布，已过上月 25 日，请尽快公布`
  if (state === 'due')
    return `${monthWords(month)}的接待日请在 ${momentWords(publishBy, now).split(' ')[0]} 前公布`
  return undefined
}

/** How a reception day stands, in a few words. */
export function dayState(day: DeskDay, now: number): string {
  if (day.closedAt !== undefined) return `已结束，接待 ${day.served} 人`
  if (day.openedAt !== undefined) return `接待中，等候 ${day.waiting} 人`
  if (day.to < now) return day.served > 0 ? `接待了 ${day.served} 人，未结束登记` : '未开始接待'
  return `${dateWords(day.date)}，${day.booked} 人预约`
}
