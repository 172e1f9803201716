/** Vocabularies of leader reception (domain section 8). Pages may import this file's values. */
export const RECEPTION_KINDS = { leader: '县领导接待', mediation: '人民调解', legalAid: '法律援助' } as const
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
  arrived: '已到场',
  serving: '接待中',
  finished: '已接待',
  noShow: '未到场',
} as const
export type BookingState = keyof typeof BOOKING_STATES
