import { randomUUID } from 'node:crypto'

import { OPENAPI_LIMITS } from '../../limits'
import { refusal, text, type Api } from './types'

/**
 * subscribeMessage.send: recorded, never sent. Consent is not tracked (a browser cannot ask for it): "no consent
 * left" is the fault 43101. Template values are held to WeChat's lengths, else 47003 naming the key.
 */
export const subscribeMessageSend: Api = ({ params }) => {
  if (text(params.touser) === null) return refusal(40003, 'invalid openid')
  if (text(params.template_id) === null) return refusal(40037, 'invalid template_id')
  const data = params.data
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) {
    return refusal(47003, 'argument invalid! data')
  }
  for (const [key, item] of Object.entries(data)) {
    const value: unknown = (item as { value?: unknown } | null)?.value
    if (!fits(key, value)) return refusal(47003, `argument invalid! data.${key}.value invalid`)
  }
  return { errcode: 0, fields: { msgid: randomUUID() } }
}

/** `thing1` is a `thing`; a kind without a listed length (dates, amounts) only has to be there. */
function fits(key: string, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  const kind = /^([a-z_]+?)\d+$/.exec(key)?.[1]
  if (!kind || String(value) === '') return false
  const limits: Readonly<Record<string, number>> = OPENAPI_LIMITS.templateValueLength
  return [...String(value)].length <= (limits[kind] ?? Infinity)
}
