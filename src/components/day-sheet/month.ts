/** A day as people in the county write it, YYYY-MM-DD. Months are YYYY-MM. Pure text and UTC: no time zone enters. */

const pad = (n: number) => String(n).padStart(2, '0')

/** The month `step` months after this one. */
export function monthAfter(month: string, step: number): string {
  const [year, index] = month.split('-').map(Number) as [number, number]
  const date = new Date(Date.UTC(year, index - 1 + step, 1))
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}`
}

/** The weeks of a month, Monday first; `undefined` where a neighbouring month would stand. */
export function weeksOf(month: string): (string | undefined)[][] {
  const [year, index] = month.split('-').map(Number) as [number, number]
  const days = new Date(Date.UTC(year, index, 0)).getUTCDate()
  const before = (new Date(Date.UTC(year, index - 1, 1)).getUTCDay() + 6) % 7
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_week, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const day = week * 7 + weekday - before + 1
      return day >= 1 && day <= days ? `${month}-${pad(day)}` : undefined
    }),
  )
}

/** 「11月25日 周三」, with the year where it is not this one. */
export function dayWords(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const weekday = '日一二三四五六'[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]!
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日 周${weekday}`
}
