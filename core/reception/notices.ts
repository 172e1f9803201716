import type { Booking, DayCopy } from './types'

type Notice = Booking['outbox'][number]

const ZONE_MS = 8 * 3_600_000

/** 「11月25日 09:00」 in Asia/Shanghai. */
function when(moment: Date): string {
  const local = new Date(moment.getTime() + ZONE_MS).toISOString()
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`
}

const dayWords = (day: DayCopy): string => `${when(day.from)}，${day.post}${day.leaderName}，${day.place}`
const what = ({ day }: Booking): string => dayWords(day)
const bring = ({ code }: Booking): string => `预约号 ${code}，请带身份证按时到。`

export const bookedNotice = (booking: Booking): Notice => ({
  template: 'bookingMade',
  title: '预约成功',
  words: `${what(booking)}。${bring(booking)}`,
})

export const refusedNotice = (booking: Booking): Notice => ({
  template: 'bookingRefused',
  title: '没有约上',
  words: `${what(booking)} 没有空位了，请看看别的时段。`,
})

export const cancelledNotice = (booking: Booking): Notice => ({
  template: 'bookingCancelled',
  title: '预约已取消',
  words: `${what(booking)} 的预约已取消。`,
})

/** R-A5: in line for a seat. */
export const waitingNotice = (booking: Booking): Notice => ({
  template: 'bookingWaiting',
  title: '已排上队',
  words: `${what(booking)}。有空位会按顺序通知您，请留意消息并及时确认。`,
})

/** R-A5: a seat is held for this one, until then. */
export const offeredNotice = (booking: Booking, until: Date): Notice => ({
  template: 'bookingOffered',
  title: '有空位了，请确认',
  words: `${what(booking)}。请在 ${when(until)} 前到“我的预约”里确认，过时让给下一位。`,
})

export const lapsedNotice = (booking: Booking): Notice => ({
  template: 'bookingLapsed',
  title: '空位已让给下一位',
  words: `${what(booking)} 的空位没有等到您的确认。您可以再约别的时段。`,
})

/** R-A5: from here on it is at another time. `code` stays. */
export const movedNotice = (booking: Booking): Notice => ({
  template: 'bookingMoved',
  title: '改期成功',
  words: `${what(booking)}。${bring(booking)}`,
})

export const notMovedNotice = (booking: Booking, wanted: DayCopy): Notice => ({
  template: 'bookingNotMoved',
  title: '没有改成',
  words: `${when(wanted.from)} 没有空位了，您原来的预约还在：${what(booking)}。`,
})

/** R-A6: leader or date have changed; the seat is kept. */
export const changedNotice = (booking: Booking, now: DayCopy, reason: string): Notice => ({
  template: 'bookingChanged',
  title: now.date === booking.day.date ? '接待领导有调整' : '接待时间有调整',
  words: `原定 ${what(booking)}，改为 ${dayWords(now)}（${reason}）。您的名额保留；不方便的话，开始前都可以改期或取消。`,
})

/** R-N3: news for which whoever has no WeChat is called: an offer runs out, and a changed day leads to a locked door. */
export const isCalled = (template: string): boolean =>
  ['bookingOffered', 'bookingChanged', 'bookingNotMoved', 'bookingUnserved'].includes(template)

/** R-A5: the day before and two hours before. */
export const reminderNotice = (booking: Booking, soon: boolean): Notice => ({
  template: soon ? 'bookingSoon' : 'bookingTomorrow',
  title: soon ? '接待快开始了' : '明天有您的预约',
  words: `${what(booking)}。${bring(booking)}`,
})

/** R-A9: thanks, and the way to say how it was. */
export const finishedNotice = ({ day }: Booking): Notice => ({
  template: 'bookingFinished',
  title: '接待结束了',
  words: `感谢您来反映。请在“我的预约”里评价这次${day.leaderName}的接待，办理结果会另外告诉您。`,
})

/** R-A7: they had a seat and nobody received them. */
export const unservedNotice = (booking: Booking): Notice => ({
  template: 'bookingUnserved',
  title: '这次没有接待到您',
  words: `${what(booking)} 的接待没有轮到您，很抱歉。您可以马上再约别的时段，也可以直接在“我要反映”里写下来。`,
})
