import type { CallOutcome, Push } from './types'

/** The fixed vocabularies of notices and how people read them. Pages may import this file's values: it is data for display. */
export const CALL_OUTCOMES = { told: '已经告知', noAnswer: '没有接通' } as const satisfies Record<
  CallOutcome,
  string
>

/** The lists of what did not arrive by itself. */
export const DESKS = { call: '要打电话', push: '微信没送到' } as const
export type Desk = keyof typeof DESKS

/** WeChat's error codes in words for whoever has to do something about them. */
const WHY: Record<string, string> = {
  '40003': '微信不认识这个用户',
  '40037': '模板编号不对，请管理员核对',
  '41030': '模板里写的页面不存在，请管理员核对',
  '47003': '内容不合模板的要求，请管理员核对',
  '43107': '订阅消息功能被微信限制',
  '43108': '这个人太久没有打开过小程序',
  '45009': '今天发得太多，微信不再接收',
  '45011': '发得太快，微信没有接收',
  '-604100': '微信没有开通这个接口，请管理员核对',
  '-604101': '云函数没有发送权限，请管理员核对',
  noTemplate: '没有配置模板，请管理员核对',
}

/** Why a message did not arrive, in words. */
export function whyWords({ state, why }: Pick<Push, 'state' | 'why'>): string {
  if (state === 'unknown') return '微信没有回话，不知道有没有送到'
  if (state === 'pending' || state === 'sending') return '正在发送，请稍后再看'
  return WHY[why ?? ''] ?? `微信没有接收（${why ?? '没有说明'}）`
}
