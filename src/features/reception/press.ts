import { RECEPTION_KINDS, type ReceptionKind } from '@core/reception/words'

/** R-A2: the published days as the press prints them: a text to paste, and a table. */
export interface PressLine {
  /** YYYY-MM-DD, and as people say it. */
  date: string
  day: string
  /** 「09:00–11:30」 */
  time: string
  kind: ReceptionKind
  leaderName: string
  post: string
  units: readonly string[]
  place: string
}

export function pressText(lines: readonly PressLine[]): string {
  const days = lines.map(({ day, time, leaderName, post, units, place }) => {
    const about = units.length === 0 ? '' : `；分管：${units.join('、')}`
    return `${day} ${time} ${leaderName}（${post}）${about}；地点：${place}`
  })
  return ['领导接待日安排', ...days, '可在微信小程序“民声”预约。'].join('\n')
}

const HEAD = ['日期', '时间', '类别', '接待人', '职务', '分管单位', '地点']

/** For a spreadsheet: with the mark by which it knows Chinese, and no cell that it would take for a formula. */
export function pressTable(lines: readonly PressLine[]): string {
  const rows = lines.map(({ date, time, kind, leaderName, post, units, place }) => [
    date,
    time,
    RECEPTION_KINDS[kind],
    leaderName,
    post,
    units.join('、'),
    place,
  ])
  return `\uFEFF${[HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const cell = (text: string): string => `"${text.replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`
