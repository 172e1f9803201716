import type { Booking } from './types'

type Notice = Booking['outbox'][number]

const ZONE_MS = 8 * 3_600_000

/** 「11月25日 09:00」 in Asia/Shanghai. */
function when(moment: Date): string {
  const local = new Date(moment.getTime() + ZONE_MS).toISOString()
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`
}

const what = ({ day }: Booking): string => `${when(day.from)}，${day.post}${day.leaderName}，${day.place}`

export const bookedNotice = (booking: Booking): Notice => ({
  template: 'bookingMade',
  title: '预约成功',
  words: `${what(booking)}。预约号 ${booking.code}，请带身份证按时到。`,
})

export const refusedNotice = (booking: Booking): Notice => ({
  template: 'bookingRefused',
  title: '没有约上',
  words: `${what(booking)} 已经约满，请看看别的时段。`,
})

export const cancelledNotice = (booking: Booking): Notice => ({
  template: 'bookingCancelled',
  title: '预约已取消',
  words: `${what(booking)} 的预约已取消。`,
})

/** R-A5: the day before and two hours before. */
export const reminderNotice = (booking: Booking, soon: boolean): Notice => ({
  template: soon ? 'bookingSoon' : 'bookingTomorrow',
  title: soon ? '接待快开始了' : '明天有您的预约',
  words: `${what(booking)}。预约号 ${booking.code}，请带身份证按时到。`,
})

/** R-A9: thanks, and the way to say how it was. */
export const finishedNotice = ({ day }: Booking): Notice => ({
  template: 'bookingFinished',
  title: '接待结束了',
  words: `感谢您来反映。请在“我的预约”里评价这次${day.leaderName}的接待，办理结果会另外告诉您。`,
})
