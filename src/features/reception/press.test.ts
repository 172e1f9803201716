import { pressTable, pressText, type PressLine } from './press'

const line: PressLine = {
  date: '2026-12-02',
  day: '12月2日 周三',
  time: '09:00–09:30',
  kind: 'leader',
  leaderName: '赵一',
  post: '副县长',
  units: ['县水务局'],
  place: '=接待室"一"',
}

it('R-A2 the schedule for the press: a text to paste and a table no spreadsheet takes for a formula', () => {
  expect(pressText([line])).toContain('12月2日 周三 09:00–09:30 赵一（副县长）；分管：县水务局；地点：')
  const [head, row] = pressTable([line]).split('\r\n')
  expect(head!.startsWith('\uFEFF"日期","时间"')).toBe(true)
  expect(row).toBe('"2026-12-02","09:00–09:30","领导接待","赵一","副县长","县水务局","\'=接待室""一"""')
})
