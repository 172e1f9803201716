import { AppError } from '../errors'

/** R-X4: at most `most` acts within a window, and what is said to who wants more. */
export interface Limit {
  most: number
  /** Start of the window (ms) for an act at this moment (ms). */
  since: (now: number) => number
  words: string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Asia/Shanghai is 8 hours ahead of UTC, all year. */
const ZONE = 8 * 60 * MINUTE

/** The last `minutes` minutes. */
export const lastMinutes =
  (minutes: number) =>
  (now: number): number =>
    now - minutes * MINUTE

/** Since midnight in Asia/Shanghai: what people mean by "a day". */
export const sinceMidnight = (now: number): number => Math.floor((now + ZONE) / DAY) * DAY - ZONE

/**
 * Takes one turn: answers the moments to keep, this one included, without those no limit looks back to.
 * @throws AppError RATE_LIMITED with the words of the first limit that is reached
 */
export function takeTurn(
  moments: readonly number[] | undefined,
  limits: readonly Limit[],
  now: number,
): number[] {
  const past = moments ?? []
  for (const { most, since, words } of limits) {
    if (past.filter((moment) => moment > since(now)).length >= most) {
      throw new AppError('RATE_LIMITED', { reason: words })
    }
  }
  const horizon = Math.min(...limits.map(({ since }) => since(now)))
  return [...past.filter((moment) => moment > horizon), now]
}

/** What a county's policies say of submissions (R-X4). */
interface SubmitPolicies {
  submissionsPerDay: number
  submissionsPerTenMinutes: number
}

/** A person's own submissions. */
export const submitLimits = (policies: SubmitPolicies): Limit[] => [
  {
    most: policies.submissionsPerTenMinutes,
    since: lastMinutes(10),
    words: '您提交得太快了，请过十分钟再提交',
  },
  {
    most: policies.submissionsPerDay,
    since: sinceMidnight,
    words: `一天最多提交 ${policies.submissionsPerDay} 件，请明天再来`,
  },
]

/** What an agent files in all, on a day of going from door to door. */
const AGENT_LIMITS: Limit[] = [{ most: 60, since: sinceMidnight, words: '一天最多代办 60 件，请明天再来' }]

/** R-T11: more tries than anybody needs who reads the number off a slip of paper. */
export const CLAIM_LIMITS: Limit[] = [
  { most: 5, since: lastMinutes(10), words: '试得太快了，请过十分钟再试' },
  { most: 20, since: sinceMidnight, words: '今天试得太多了，请明天再来，或拨打服务热线' },
]

const NAMED = 'for_'

/**
 * R-X4 of an agent: the limits of a submission count whom it is for, and 60 a day count all. `named`: the keyed hash
 * of that person's number. People of whom nothing counts any more are forgotten.
 * @throws AppError RATE_LIMITED
 */
export function takeAgentTurn(
  recent: Readonly<Record<string, number[]>>,
  named: string,
  policies: SubmitPolicies,
  now: number,
): Record<string, number[]> {
  const horizon = Math.min(sinceMidnight(now), lastMinutes(10)(now))
  const kept = Object.entries(recent).filter(
    ([of, moments]) => !of.startsWith(NAMED) || moments.some((moment) => moment > horizon),
  )
  return {
    ...Object.fromEntries(kept),
    [NAMED + named]: takeTurn(recent[NAMED + named], submitLimits(policies), now),
    agent: takeTurn(recent.agent, AGENT_LIMITS, now),
  }
}
