import { cloud } from './cloud'

/** Who calls, as the platform says (R-P1). Only this file asks it, and only at the very start of a call. */
export interface Caller {
  /** Absent: nobody is signed in (timer, public page). */
  openId?: string
  /** What made the call, every link of the chain: `['wx_client']`, `['wx_trigger']`. */
  sources: string[]
}

/**
 * Reads the caller. Synchronous, and to be called once before any await: the environment belongs to this call only
 * until then. An id of digits alone comes out of the SDK as a rounded number, so it is taken from the environment.
 */
export function readCaller(): Caller {
  const { OPENID, SOURCE } = cloud.getWXContext() as { OPENID?: unknown; SOURCE?: unknown }
  const openId = typeof OPENID === 'number' ? process.env.WX_OPENID : OPENID
  return {
    ...(typeof openId === 'string' && openId !== '' ? { openId } : {}),
    sources: typeof SOURCE === 'string' ? SOURCE.split(',') : [],
  }
}

/** One of WeChat's subscribe-message templates, as the county was granted it. */
export interface SubscribeTemplate {
  id: string
  /** The template's field to the part of the notice it shows, e.g. `{ "thing1": "title", "thing2": "words" }`. */
  fields: Record<string, 'title' | 'words'>
  page?: string
}

/**
 * Templates by the notice they are for, set on the functions as `MINSHENG_SUBSCRIBE_TEMPLATES` (JSON). Without one the
 * inbox alone tells people (R-N1).
 */
export function subscribeTemplate(notice: string): SubscribeTemplate | undefined {
  const text = process.env.MINSHENG_SUBSCRIBE_TEMPLATES ?? ''
  const all = text === '' ? {} : (JSON.parse(text) as Record<string, SubscribeTemplate>)
  return Object.prototype.hasOwnProperty.call(all, notice) ? all[notice] : undefined
}
