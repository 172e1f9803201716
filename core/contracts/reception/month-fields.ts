import * as v from 'valibot'
import { RECEPTION_KINDS, type ReceptionKind } from '../../reception/words'
import { choice, id, text } from '../fields'

export const monthField = v.pipe(v.string('请选择月份'), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份格式不对'))

export const dateField = v.pipe(
  v.string('请选择日期'),
  v.regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期格式不对'),
)

const time = (what: string) =>
  v.pipe(v.string(`请填写${what}`), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${what}应像 09:00 这样写`))

const whole = (what: string, min: number, max: number) =>
  v.pipe(
    v.number(`请填写${what}`),
    v.integer(`${what}应为整数`),
    v.minValue(min, `${what}至少 ${min}`),
    v.maxValue(max, `${what}最多 ${max}`),
  )

/** The month as it was read: whoever changes an older one is told (R-A1). */
export const versionField = whole('版本', 0, 1_000_000)

/** R-A1: everything about one reception. Who receives: a leader of the list, or for mediation and legal aid by name. */
export const plannedDay = v.strictObject({
  /** Absent: a new one. */
  id: v.optional(id('接待日')),
  kind: choice('接待种类', Object.keys(RECEPTION_KINDS) as [ReceptionKind, ...ReceptionKind[]]),
  leaderId: v.optional(id('接待人')),
  host: v.optional(v.strictObject({ name: text('接待人姓名', 2, 20), post: text('单位或职务', 2, 40) })),
  date: dateField,
  place: text('地点', 2, 60),
  from: time('开始时间'),
  to: time('结束时间'),
  slotMinutes: whole('每个时段的分钟数', 5, 240),
  seats: whole('每个时段的名额', 1, 20),
  unitIds: v.pipe(v.array(id('分包单位')), v.maxLength(10, '分包单位最多 10 个')),
  topics: v.pipe(v.array(text('事项', 2, 20)), v.maxLength(12, '事项最多 12 个')),
})
