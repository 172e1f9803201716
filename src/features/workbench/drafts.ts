import { owner } from '@/cloud'
import type { Values } from './form-model'
import type { StaffCommand } from './forms'

/**
 * What somebody has typed and not sent, by person, ticket and command: closing a form or an error loses nothing. Kept
 * in memory only, since it may be about a reporter and the device may be shared.
 */
const kept = new Map<string, Values>()
const MOST = 30

const keyOf = (ticketId: string, command: StaffCommand) => `${owner()} ${ticketId} ${command}`

export const drafts = {
  get: (ticketId: string, command: StaffCommand): Values | undefined => kept.get(keyOf(ticketId, command)),
  keep(ticketId: string, command: StaffCommand, values: Values): void {
    const key = keyOf(ticketId, command)
    // Written anew so that the Map's order is that of last use: the oldest goes first.
    kept.delete(key)
    kept.set(key, values)
    if (kept.size > MOST) kept.delete(kept.keys().next().value!)
  },
  drop: (ticketId: string, command: StaffCommand): void => void kept.delete(keyOf(ticketId, command)),
}
