import { createHash, randomUUID } from 'node:crypto'

import { OPENAPI_LIMITS } from '../../limits'
import { refusal, text, type Api, type ApiAnswer, type ApiCall } from './types'

export type Verdict = 'pass' | 'review' | 'risky'

export interface ContentCheckOptions {
  /** When this person last used the mini-program, epoch ms. */
  lastSeenAt(openid: string): number | undefined
  /** Hands the verdict on a picture or sound over to be pushed later. */
  deliver(check: MediaCheck): void
}

/** A picture or sound whose verdict is still to be pushed. */
export interface MediaCheck {
  traceId: string
  mediaUrl: string
  openid: string
  verdict: Verdict
}

const LABEL: Record<Verdict, number> = { pass: 100, review: 21000, risky: 20002 }

/** Result fields that a check with this verdict carries. */
export const resultOf = (suggest: Verdict) => ({ suggest, label: LABEL[suggest] })

/** security.msgSecCheck (version 2): everything passes unless a fault says otherwise. */
export function msgSecCheck(options: ContentCheckOptions): Api {
  return (call) => {
    const wrong = commonError(call, options)
    if (wrong) return wrong
    const content = text(call.params.content)
    if (content === null) return refusal(44004, 'empty content')
    if ([...content].length > OPENAPI_LIMITS.maxCheckedText)
      return refusal(45002, 'content size out of limit')
    const traceId = randomUUID()
    const result = resultOf('pass')
    return {
      errcode: 0,
      fields: {
        trace_id: traceId,
        result,
        detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
      },
      // The words stay out of the record: they may be a tip-off's.
      recorded: { ...call.params, content: digest(content) },
      traceId,
    }
  }
}

/** security.mediaCheckAsync (version 2): answers with a trace id; the verdict comes later as an event. */
export function mediaCheckAsync(options: ContentCheckOptions): Api {
  return (call) => {
    const wrong = commonError(call, options)
    if (wrong) return wrong
    const mediaUrl = text(call.params.media_url)
    if (mediaUrl === null || !/^https?:\/\//.test(mediaUrl))
      return refusal(-1008, 'media_url is not reachable')
    if (call.params.media_type !== 1 && call.params.media_type !== 2)
      return refusal(40004, 'invalid media type')
    const traceId = randomUUID()
    const openid = String(call.params.openid)
    options.deliver({ traceId, mediaUrl, openid, verdict: call.fault.verdict ?? 'pass' })
    return { errcode: 0, fields: { trace_id: traceId }, traceId }
  }
}

/** The event that carries a verdict, as the cloud pushes it to the function that receives messages. */
export function mediaCheckEvent(check: MediaCheck, reachable: boolean, now: Date, appid: string) {
  const result = resultOf(check.verdict)
  return {
    ToUserName: 'gh_000000000000',
    FromUserName: check.openid,
    CreateTime: Math.floor(now.getTime() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id: check.traceId,
    version: 2,
    ...(reachable
      ? {
          errcode: 0,
          errmsg: 'ok',
          detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
          result,
        }
      : { errcode: -1008, errmsg: 'media_url is not reachable', detail: [] }),
  }
}

function commonError(call: ApiCall, options: ContentCheckOptions): ApiAnswer | null {
  const openid = text(call.params.openid)
  if (openid === null) return refusal(40003, 'invalid openid')
  if (call.params.version !== 2) return refusal(44991, 'version must be 2')
  if (!(OPENAPI_LIMITS.scenes as readonly unknown[]).includes(call.params.scene)) {
    return refusal(40129, 'invalid scene')
  }
  const seen = options.lastSeenAt(openid)
  if (seen === undefined || call.now.getTime() - seen > OPENAPI_LIMITS.activeWithinMs) {
    return refusal(61010, 'the user has not used the mini-program within two hours')
  }
  return null
}

function digest(content: string): Record<string, unknown> {
  return {
    length: [...content].length,
    sha256: createHash('sha256').update(content).digest('hex').slice(0, 16),
  }
}
