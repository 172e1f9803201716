import * as v from 'valibot'

/** Fields used by many contracts. Every message is said to the person who typed; every string has a maximum. */

/** Milliseconds since 1970 in UTC: the only form of a moment on the wire. */
export type Moment = number

export const text = (what: string, min: number, max: number) =>
  v.pipe(
    v.string(`请填写${what}`),
    v.trim(),
    v.minLength(min, min <= 1 ? `请填写${what}` : `${what}请至少写 ${min} 个字`),
    v.maxLength(max, `${what}最多 ${max} 个字`),
  )

export const id = (what = '编号') =>
  v.pipe(v.string(`缺少${what}`), v.regex(/^[A-Za-z0-9_.-]{1,80}$/, `${what}格式不对`))

/** A notice in somebody's inbox: what it is about, whom it tells, which template. */
export const noticeId = () =>
  v.pipe(v.string('缺少消息编号'), v.regex(/^[A-Za-z0-9_.-]{1,300}$/, '消息编号格式不对'))

export const flag = (what: string) => v.boolean(`${what}请选是或否`)

export const choice = <const T extends readonly string[]>(what: string, values: T) =>
  v.picklist(values, `请选择${what}`)

export const moment = (what: string) =>
  v.pipe(
    v.number(`请填写${what}`),
    v.integer(`${what}格式不对`),
    v.minValue(0, `${what}格式不对`),
    v.maxValue(4102444800000, `${what}格式不对`),
  )

/** A photo already admitted by `ticket.admitPhoto`: an opaque, signed reference bound to the person who sent it. */
export const photo = v.pipe(v.string('照片格式不对'), v.regex(/^[A-Za-z0-9_./-]{10,200}$/, '照片格式不对'))
export const photos = (max = 9) =>
  v.pipe(v.array(photo, '照片格式不对'), v.maxLength(max, `照片最多 ${max} 张`))

/** Page cursor: the sort key of the last item seen. */
export const cursor = v.optional(
  v.pipe(v.string('翻页位置不对'), v.regex(/^\d{13}-[A-Za-z0-9_.-]{1,80}$/, '翻页位置不对')),
)

export const mobile = v.pipe(
  v.string('请填写手机号'),
  v.trim(),
  v.regex(/^1[3-9]\d{9}$/, '手机号应为 11 位数字'),
)

export const point = v.strictObject({
  latitude: v.pipe(v.number('位置格式不对'), v.minValue(-90, '位置格式不对'), v.maxValue(90, '位置格式不对')),
  longitude: v.pipe(
    v.number('位置格式不对'),
    v.minValue(-180, '位置格式不对'),
    v.maxValue(180, '位置格式不对'),
  ),
  name: v.optional(text('地点名称', 0, 60)),
})
/** A caller's number: a mobile, or a landline with its area code; spaces and dashes are how people write it. */
export const phoneNumber = v.pipe(
  v.string('请填写电话号码'),
  v.maxLength(20, '电话号码太长'),
  v.transform((written) => written.replace(/[\s-]/g, '')),
  v.regex(/^(1[3-9]\d{9}|0\d{9,11})$/, '请填手机号，或带区号的固定电话'),
)

/** A ticket number as people write it: `lh20261122-0007` is `LH20261122-0007`. */
export const ticketNumber = v.pipe(
  v.string('请填写编号'),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[A-Z]{2,4}\d{8}-\d{4,6}(-\d{1,2})?$/, '编号是字母加数字，如 LX20261122-0007'),
)

export const place = v.strictObject({
  townshipId: id('乡镇'),
  villageId: v.optional(id('村（社区）')),
  address: v.optional(text('详细地址', 0, 100)),
  point: v.optional(point),
})
