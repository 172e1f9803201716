import { signsOf } from './signs'
import { substanceOf, touches } from './substance'

/** Why a reply is perfunctory (R-H5), in the order in which it is said. */
export const REASONS = {
  copied: '与另一份答复几乎一样',
  forwardedOnly: '只说转办、收悉或感谢',
  noFinding: '没有写清查到了什么',
  noAction: '没有写清做了什么',
  offMatter: '没有回应反映的事情',
  wording: '说法像其他敷衍的答复',
} as const

export type Reason = keyof typeof REASONS

/** What was asked and what came back. A reply in one piece is at once what was found and what was done. */
export interface Answer {
  asked: string
  found: string
  done: string
  /** The same wording, nearly, answers something else as well. */
  copied: boolean
}

/**
 * How much a text has to say, in letters without empty phrases: less than `thin` says nothing; from `enough` on it needs
 * no sign that somebody looked or acted.
 */
export interface Demands {
  thin: number
  enough: number
}

/** So many letters say enough; half of them say something. */
export const demanding = (letters: number): Demands => ({ thin: letters / 2, enough: letters })

/** Of a reply in one piece: measured to leave nine in ten good ones alone (ADR 0009). */
export const OF_ONE_PIECE = demanding(24)
/** Of a reply that something else has caught: whatever sign is missing is a reason. */
export const OF_CAUGHT: Demands = { ...OF_ONE_PIECE, enough: Infinity }
/** Passed on, noted or thanked for at this length, there is more in it. */
const LONG = 100

/**
 * R-H5: the one set of rules by which a reply or a result is called perfunctory, and why: rules of thumb that need
 * nothing learned, for a person to check. Empty when nothing is wrong.
 */
export function reasonsFor({ asked, found, done, copied }: Answer, { thin, enough }: Demands): Reason[] {
  const whole = found === done ? found : `${found}。${done}`
  const signs = signsIn(whole)
  const lacks = (text: string, sign: number) => substanceOf(text) < (sign === 0 ? enough : thin)
  const caught: Record<Exclude<Reason, 'wording'>, boolean> = {
    copied,
    forwardedOnly: signs.forwarded > 0 && signs.found === 0 && signs.done === 0 && substanceOf(whole) < LONG,
    noFinding: lacks(found, signsIn(found).found),
    noAction: lacks(done, signsIn(done).done),
    offMatter: !touches(asked, whole),
  }
  return (Object.keys(REASONS) as Reason[]).filter((reason) => reason !== 'wording' && caught[reason])
}

const signsIn = (reply: string) => signsOf({ title: '', body: '', reply })
