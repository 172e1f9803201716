import type { Context } from '../context'
import { ApiFailure, asyncApis, type WxApi } from '../settle'
import type { Privacy } from './privacy'

/** A subscription may be asked for only right after a touch; how long after, WeChat does not say. */
const TOUCH_LASTS_MS = 3000
const MOST_TEMPLATES = 3

/** What the person is asked in passing: to call, to scan, to copy, to be told news. */
export function asksApi(ctx: Context, privacy: Privacy): WxApi {
  return asyncApis(ctx, {
    makePhoneCall: ({ phoneNumber }) => {
      if (typeof phoneNumber !== 'string' || phoneNumber === '') {
        throw new ApiFailure('parameter error: phoneNumber should be String')
      }
    },
    scanCode: () => {
      const { scan } = ctx.answers
      if (scan === undefined)
        ctx.journal.fail('wx.scanCode opened the scanner, and the test gave no answer (answers.scan)')
      if (scan === undefined || scan === 'cancel') throw new ApiFailure('cancel')
      return { result: scan, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' }
    },
    setClipboardData: async ({ data }) => {
      await privacy.require('setClipboardData')
      ctx.phone.clipboard = String(data)
    },
    getClipboardData: async () => {
      await privacy.require('getClipboardData')
      return { data: ctx.phone.clipboard }
    },
    requestSubscribeMessage: ({ tmplIds }) => {
      const ids = tmplIds as string[]
      if (!Array.isArray(ids) || ids.length === 0)
        throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 })
      if (ids.length > MOST_TEMPLATES) {
        ctx.journal.fail(
          `wx.requestSubscribeMessage: ${ids.length} templates, at most ${MOST_TEMPLATES} may be asked`,
        )
        throw new ApiFailure('The number of template IDs exceeds the limit', { errCode: 20003 })
      }
      if (ctx.elapsed() - ctx.touchedAt > TOUCH_LASTS_MS) {
        ctx.journal.fail('wx.requestSubscribeMessage was not called on a tap')
        throw new ApiFailure('can only be invoked by user TAP gesture.')
      }
      const { subscribe } = ctx.answers
      if (subscribe === undefined) {
        ctx.journal.fail('wx.requestSubscribeMessage asked, and the test gave no answer (answers.subscribe)')
      }
      return Object.fromEntries(
        ids.map((id) => [id, (typeof subscribe === 'string' ? subscribe : subscribe?.[id]) ?? 'reject']),
      )
    },
    login: () => ({ code: 'login-code' }),
    checkSession: () => undefined,
    navigateToMiniProgram: () => undefined,
    openCustomerServiceChat: () => undefined,
  })
}
