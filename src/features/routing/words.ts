import type { RoutingCategory, RoutingView } from '@core/contracts/routing/overview'

/** 「86%」; nothing where there is nothing to share. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`

/** 「11月23日起」: a week by its Monday. */
export function weekWords(monday: string): string {
  const [, month, day] = monday.split('-').map(Number)
  return `${month}月${day}日起`
}

/** How many of so many were given another category. */
export const changedWords = ({ count, accepted }: { count: number; accepted: number }): string =>
  accepted === count ? `${count} 件，没有改` : `${count} 件，改过 ${count - accepted} 件`

/** What the system has learned so far, for whoever looks after it. */
export function modelWords({ state, trainedOn, pending, installed }: RoutingView['model']): string {
  const waiting = pending ? '，还有新的在等下一次学习' : ''
  const own = trainedOn > 0 ? `已从 ${trainedOn} 件办过的事里学习` : '本县办过的事还没有学到'
  switch (state) {
    case 'ready':
      return installed && !installed.broken
        ? `在装入的模型（${installed.trainedOn} 条来信）上，${own}${waiting}。`
        : `${own}${waiting}。${installed ? MODEL_BROKEN : ''}`
    case 'broken':
      return '以前学到的暂时读不出来，现在只按用词和权责清单建议。下一次学习后会恢复；一直这样请联系维护人员。'
    default:
      return `单位签收的还太少，现在按用词和权责清单建议${waiting}。${installed?.broken ? MODEL_BROKEN : ''}`
  }
}

const MODEL_BROKEN = '装入的模型读不出来，没有用上，请维护人员重新装入。'

/** How matters of a category go out now: 「把握 90% 以上自动派」. */
export const thresholdWords = (threshold: number | undefined): string =>
  threshold === undefined ? '每件由人看过再派' : `把握 ${percent(threshold, 1)} 以上自动派`

/** R-D4: what a threshold would have done to the tickets counted. */
export function effectWords({ effect, count }: RoutingCategory, threshold: number): string {
  const found = effect.find((one) => one.threshold === threshold)
  if (!found || count === 0) return '最近没有这一类的事，看不出效果'
  if (found.out === 0) return `最近 ${count} 件里一件也到不了这个把握`
  const wrong = found.out - found.right
  return `最近 ${count} 件里会自动派 ${found.out} 件，${wrong === 0 ? '都派对了' : `派错 ${wrong} 件`}`
}
