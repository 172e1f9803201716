import type { MonthView } from '@core/contracts/reception/month-views'
import { dayWords } from '@/components/day-sheet'
import { NoticeBar } from '@/components/notice-bar'

/** The name of what is missing: a leader, or a date of a township (R-A10). */
export const gapName = ({ daily, month }: MonthView, gap: MonthView['gaps'][number]): string =>
  daily ? dayWords(gap.of, `${month}-01`) : gap.name

/** R-A1: who has no day yet, or why they have none. */
export function Gaps({ view }: { view: MonthView }) {
  const { gaps, state, daily } = view
  if (gaps.length === 0) return null
  if (state === 'published') {
    return (
      <NoticeBar icon="info">
        {gaps.map((gap) => `${gapName(view, gap)}：${gap.reason ?? ''}`).join('；')}
      </NoticeBar>
    )
  }
  const names = gaps.slice(0, 8).map((gap) => gapName(view, gap))
  const more = gaps.length > names.length ? `等 ${gaps.length} ${daily ? '天' : '位'}` : ''
  return (
    <NoticeBar icon="info" tone="act">
      {daily ? `还没有值班领导：${names.join('、')}${more}` : `还没有接待日：${names.join('、')}${more}`}
    </NoticeBar>
  )
}
