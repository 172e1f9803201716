import { signsOf, type Exchange } from './signs'

/** Why a reply is perfunctory (R-H5), in the order in which it is said. */
export const REASONS = {
  copied: '与别的答复几乎一样',
  forwardedOnly: '只说转办、收悉或感谢',
  noFinding: '没有写查到了什么',
  noAction: '没有写做了什么',
  offMatter: '没有回应反映的事情',
  wording: '说法像其他敷衍的答复',
} as const

export type Reason = keyof typeof REASONS

/** Less of the question than this comes back in replies that pass it by. */
const TOUCHES = 0.06

/**
 * R-H5: the reasons to name for a reply that was caught, at least one: where no sign is missing it is the wording alone
 * that was learned. The signs are rules of thumb, for a person to check.
 *
 * @param copied the same wording answers another question as well
 */
export function reasonsFor(exchange: Exchange, copied: boolean): Reason[] {
  const { found, done, forwarded, touches } = signsOf(exchange)
  const reasons: Reason[] = []
  if (copied) reasons.push('copied')
  if (forwarded > 0 && found === 0 && done === 0) reasons.push('forwardedOnly')
  if (found === 0) reasons.push('noFinding')
  if (done === 0) reasons.push('noAction')
  if (touches < TOUCHES) reasons.push('offMatter')
  return reasons.length > 0 ? reasons : ['wording']
}
