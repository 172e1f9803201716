import type { ActionId } from '../contracts'
import type { Actor } from '../people/types'

/** One line of the audit (R-X6). Added once, never changed; it says that an identity was shown, never what was shown. */
export interface AuditEntry {
  /** The key of the request: a retry is the same entry. */
  _id: string
  /** `<13-digit ms>-<_id>` */
  sortKey: string
  at: Date
  personId: string
  role: Actor['role']
  unitId?: string
  action: AuditedAction
  facts: Record<string, string>
}

/** Actions by which staff are shown an identity. Whatever is added to the contracts and shows one belongs here. */
export type AuditedAction = Extract<
  ActionId,
  'ticket.unmask' | 'ticket.docket' | 'ticket.signSheet' | 'ticket.search'
>

/** The entry for what an actor is about to be shown. `facts`: ids and purposes, never words or numbers of a person. */
export function auditEntry(
  actor: Actor,
  request: { action: AuditedAction; key: string; now: Date },
  facts: Record<string, string>,
): AuditEntry {
  const { action, key, now } = request
  return {
    _id: key,
    sortKey: `${String(now.getTime()).padStart(13, '0')}-${key}`,
    at: now,
    personId: actor.id,
    role: actor.role,
    ...(actor.unitId !== undefined && { unitId: actor.unitId }),
    action,
    facts,
  }
}
