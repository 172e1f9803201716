import { LOCAL_APPID } from '../../functions/environment'
import type { PhoneOf } from '../../signin/demo-phone'
import { refusal, text, type Api } from './types'

/**
 * phonenumber.getPhoneNumber for the people of the demo. WeChat's button gives a code that serves once; here a
 * page makes one itself, `phone:<person id>:<anything new>`. It must name the person the function runs for:
 * nobody gets at another's number by guessing.
 */
export function getPhoneNumber(phoneOf: PhoneOf): Api {
  const used = new Set<string>()
  return ({ params, openid, now }) => {
    const code = text(params.code)
    const recorded = { code: code?.replace(/:[^:]*$/, ':****') ?? null }
    const owner = code && /^phone:(.+):[^:]+$/.exec(code)?.[1]
    if (!code || owner !== openid || used.has(code)) return { ...refusal(40029, 'invalid code'), recorded }
    used.add(code)
    const number = phoneOf(owner!)
    const watermark = { timestamp: Math.floor(now.getTime() / 1000), appid: LOCAL_APPID }
    const info = { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark }
    return { errcode: 0, fields: { phone_info: info }, recorded }
  }
}
