import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { AppError, refuse } from '../errors'
import type { CallOutcome, CallTask, Notice, Push } from './types'
import type { Desk } from './words'

/** What did not arrive by itself, and what a person does about it (R-N2, R-N3). */

/** The list in which a notice waits for a person; undefined: it arrived, or may still arrive by itself. */
function deskOf({ keeper, push, call }: Pick<Notice, 'keeper' | 'push' | 'call'>): string | undefined {
  if (call?.state === 'waiting') return `call:${keeper}`
  if (push?.state === 'refused' || push?.state === 'unknown') return `push:${keeper}`
  return undefined
}

/** The notice as it is to be stored: in its list, or in none. */
export function onItsDesk(notice: Notice): Notice {
  const { desk: _before, ...rest } = notice
  const desk = deskOf(notice)
  return desk === undefined ? rest : { ...rest, desk }
}

/**
 * Whose lists these are: the centre's for its operators, supervision's for the supervisors where the centre is accused.
 * An admin sees to the templates and so sees the centre's messages, without who they are for.
 */
export function keeperOf({ role, unitId }: Actor, knowledge: Knowledge): string | undefined {
  if (role === 'operator') return unitId && `centre:${unitId}`
  if (role === 'supervisor') return 'supervision'
  return role === 'admin' ? `centre:${knowledge.county.centreUnitId}` : undefined
}

/** The lists of this person. An admin has no citizen's identity and calls nobody. */
export const desksOf = ({ role }: Actor): Desk[] => (role === 'admin' ? ['push'] : ['call', 'push'])

/** R-P5: a notice is not theirs to know of if its matter accuses them. @throws AppError NOT_FOUND (R-P6) */
export function checkKept(
  notice: Notice | undefined,
  desk: Desk,
  actor: Actor,
  knowledge: Knowledge,
  homeUnits: readonly string[],
): Notice {
  const accused = notice?.accused
  const isKept =
    notice &&
    desksOf(actor).includes(desk) &&
    notice[desk] !== undefined &&
    notice.keeper === keeperOf(actor, knowledge) &&
    !accused?.personIds.includes(actor.id) &&
    !accused?.unitIds.some((unitId) => homeUnits.includes(unitId))
  if (!isKept) throw new AppError('NOT_FOUND')
  return notice
}

export interface Act {
  actor: Actor
  now: Date
  /** hash(person, requestId): a repeated request changes nothing more. */
  key: string
}

/**
 * R-N2: sent once more, by a person only, and only what they saw fail: `tries` is how often it had been tried when they
 * looked. The message is then as new. Answers the notice unchanged where this very request has done it.
 * @throws AppError RULE_REFUSED in words
 */
export function resent(notice: Notice, tries: number, { actor, now, key }: Act): Notice {
  const push = notice.push as Push
  if (push.again?.key === key) return notice
  if (push.state !== 'refused' && push.state !== 'unknown') refuse('这条消息已经送到，或者正在发送')
  if (push.tries !== tries) refuse('刚才已经有人再发过一次，请看最新的结果')
  const { state: _failed, why: _why, ...rest } = push
  return onItsDesk({
    ...notice,
    push: { ...rest, state: 'pending', again: { byId: actor.id, at: now, key } },
    wakeAt: now,
  })
}

/**
 * R-N3: told only when somebody was reached; an unanswered call leaves the task where it is. Answers the notice unchanged
 * where this very request has noted it.
 * @throws AppError RULE_REFUSED when another was faster
 */
export function called(
  notice: Notice,
  { outcome, words }: { outcome: CallOutcome; words?: string },
  { actor, now, key }: Act,
): Notice {
  const call = notice.call as CallTask
  if (call.attempts.some((attempt) => attempt.key === key)) return notice
  if (call.state === 'told') refuse('刚才已经有人告知了，不用再打')
  const attempt = { at: now, byId: actor.id, key, outcome, ...(words ? { words } : {}) }
  return onItsDesk({
    ...notice,
    call: {
      ...call,
      state: outcome === 'told' ? 'told' : 'waiting',
      attempts: [...call.attempts, attempt],
    },
  })
}
