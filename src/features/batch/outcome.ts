import { Refusal, type Failure, type Sent } from '@/cloud'
import type { Proposed } from './marking'

/** What became of one ticket of a batch. */
export interface Outcome {
  id: string
  number: string
  title: string
  /** Why it was not dispatched, in words; absent: it was. */
  why?: string
}

export const outcomesOf = (items: readonly Proposed[], sent: readonly Sent<'ticket.dispatch'>[]): Outcome[] =>
  items.map(({ card: { id, number, title } }, place) => {
    const outcome = sent[place]
    return {
      id,
      number,
      title,
      ...(outcome && 'failure' in outcome && { why: whyNot(outcome.failure) }),
    }
  })

/** Somebody else was quicker: said so, since there is nothing left to do about it. */
const whyNot = (failure: Failure): string =>
  failure instanceof Refusal && failure.code === 'WRONG_STATE'
    ? '刚才有人先办了，已经不在待受理'
    : failure.message

/** 「派出 2 件，1 件没派」 */
export function outcomeTitle(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ why }) => why !== undefined).length
  const done = outcomes.length - failed
  if (failed === 0) return `派出 ${done} 件`
  return done === 0 ? `${failed} 件都没派` : `派出 ${done} 件，${failed} 件没派`
}
