/** Vocabularies of leader reception (domain section 8). Pages may import this file's values. */
export const RECEPTION_KINDS = { leader: '领导接待', mediation: '人民调解', legalAid: '法律援助' } as const
export type ReceptionKind = keyof typeof RECEPTION_KINDS

export const BOOKING_STATES = {
  confirming: '正在确认',
  offered: '有空位待您确认',
  waiting: '排队等候',
  booked: '已预约',
  moving: '正在改期',
  cancelling: '正在取消',
  cancelled: '已取消',
  refused: '未约上',
  lapsed: '过时未确认',
  arrived: '已到场',
  serving: '接待中',
  finished: '已接待',
  noShow: '未到场',
  unserved: '没有轮到',
} as const
export type BookingState = keyof typeof BOOKING_STATES

/** What the desk says of a visitor (R-A7). */
export const DESK_STATES = {
  arrived: '已到场',
  serving: '接待中',
  finished: '已接待',
  noShow: '未到场',
  unserved: '没有轮到',
} as const
export type DeskState = keyof typeof DESK_STATES

/** How a booking was made: by the person, by the centre on the phone, by a village agent, or at the desk itself. */
export const BOOKING_WAYS = {
  self: '自己预约',
  phone: '电话预约',
  agent: '代为预约',
  walkIn: '现场登记',
} as const
export type BookingWay = keyof typeof BOOKING_WAYS
