import { cloud } from './cloud'

/** WeChat's own services, behind our words. Each may cost money or reach a person: call them once. */

export type Verdict = 'pass' | 'review' | 'risky' | 'unknown'

/** R-X1: whether words may be published. A check that fails is no verdict: `unknown` holds publication, nothing else. */
export async function checkWords(words: string, openid: string): Promise<Verdict> {
  try {
    const answer = (await cloud.openapi.security.msgSecCheck({
      content: words.slice(0, 2500),
      version: 2,
      scene: 2,
      openid,
    })) as {
      result?: { suggest?: string }
    }
    const suggest = answer.result?.suggest
    return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'unknown'
  } catch {
    return 'unknown'
  }
}

/**
 * What became of a message: the person did not ask for it, refused for good, not sent (may be tried again), or nobody
 * knows (never tried again).
 */
export type Sending =
  { state: 'sent' } | { state: 'noConsent' | 'refused' | 'notSent' | 'unknown'; why: string }

/** No consent left: nothing failed, this person is told by the inbox alone. */
const NO_CONSENT = 43101

/** Errors after which the same message can never be sent: unknown person, template or data refused. */
const REFUSED = new Set([40003, 40037, 41030, 47003, 43107, 43108])
/** Errors by which the platform says that it did not pass the request on. */
const NOT_SENT = new Set([-604100, -604101, -501003, -501004, 45009, 45011])

/** Sends a subscribe message (R-N1). Never throws: what an error means for "never twice" (R-N2) is decided here. */
export async function sendSubscribeMessage(message: {
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}): Promise<Sending> {
  const { openid: touser, ...rest } = message
  try {
    await cloud.openapi.subscribeMessage.send({ touser, ...rest })
    return { state: 'sent' }
  } catch (error) {
    const code = Number((error as { errCode?: unknown }).errCode)
    const why = `${code}`
    if (code === NO_CONSENT) return { state: 'noConsent', why }
    if (REFUSED.has(code)) return { state: 'refused', why }
    return { state: NOT_SENT.has(code) ? 'notSent' : 'unknown', why }
  }
}

/** Exchanges a single-use code for the verified mobile number; undefined when the code is used, old or wrong. */
export async function phoneOf(code: string): Promise<string | undefined> {
  try {
    const answer = (await cloud.openapi.phonenumber.getPhoneNumber({ code })) as {
      phoneInfo?: { purePhoneNumber?: string }
    }
    return answer.phoneInfo?.purePhoneNumber
  } catch (error) {
    // 40029 code used or old, 40013 of another app: the person can ask for a new one. Anything else is our trouble.
    if ([40029, 40013].includes(Number((error as { errCode?: unknown }).errCode))) return undefined
    throw error
  }
}

export { subscribeTemplate } from './env'
