import { HOUR } from '../ticket/workdays'
import type { Day } from './types'

/** R-A2: what became of a promised day, from what happened at the desk. */
export type Kept = 'ahead' | 'kept' | 'missed' | 'moved'

/** The desk may still open this long after the last slot: leaders are held up too. */
const GRACE_MS = 2 * HOUR

export interface Keeping {
  /** Who promised the day when it was published. */
  leaderId: string
  leaderName: string
  post: string
  kept: Kept
}

type Looked = Pick<Day, 'leaderId' | 'leaderName' | 'post' | 'date' | 'slots' | 'changes' | 'openedAt'>

/**
 * Kept: the desk has opened the day. Moved: another leader took it, or it went into another month. Missed: it is over and
 * nobody has come. A day that another leader took counts for that leader too.
 */
export function keepingOf(day: Looked, now: Date): Keeping[] {
  const { leaderId, leaderName, post, date, changes = [] } = day
  const present = { leaderId, leaderName, post }
  const swap = changes.find((change) => change.what === 'swapped')
  const move = changes.find((change) => change.what === 'moved')
  const promised = swap ? { leaderId: swap.leaderId, leaderName: swap.leaderName, post: swap.post } : present
  const isElsewhere = move !== undefined && move.date.slice(0, 7) !== date.slice(0, 7)
  if (isElsewhere) return [{ ...promised, kept: 'moved' }]
  const held = { ...present, kept: heldOf(day, now) }
  return promised.leaderId === leaderId ? [held] : [{ ...promised, kept: 'moved' }, held]
}

function heldOf({ openedAt, slots }: Looked, now: Date): Kept {
  if (openedAt) return 'kept'
  const end = Math.max(...slots.map(({ to }) => to.getTime()))
  return end + GRACE_MS <= now.getTime() ? 'missed' : 'ahead'
}
