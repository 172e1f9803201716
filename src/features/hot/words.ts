import type { HotMatterView } from '@core/contracts/ticket/hot-matters'

type Week = Pick<HotMatterView, 'thisWeek' | 'lastWeek'>

/** 「供水 · 柳林乡柳林村」 */
export const matterWords = ({ category, place }: Pick<HotMatterView, 'category' | 'place'>): string =>
  `${category} · ${place}`

/** R-D6: growth as people say it. */
export const weekWords = ({ thisWeek, lastWeek }: Week): string =>
  `近 7 天 ${thisWeek} 人，再前 7 天 ${lastWeek} 人`

/** Nothing where it neither grows nor falls silent. */
export function growthMark({ thisWeek, lastWeek }: Week): { words: string; grows: boolean } | undefined {
  if (thisWeek > lastWeek) return { words: `多了 ${thisWeek - lastWeek} 人`, grows: true }
  if (thisWeek === 0) return { words: '近 7 天没有新的', grows: false }
  return thisWeek < lastWeek ? { words: `少了 ${lastWeek - thisWeek} 人`, grows: false } : undefined
}
