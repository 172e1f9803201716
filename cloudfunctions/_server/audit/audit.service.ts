import type { Context } from '../runtime/context'
import * as repository from './audit.repository'

/** Notes in the audit what the caller is about to be shown (R-X6). A retry is the same entry. */
export async function record(ctx: Context, facts: Record<string, string>): Promise<void> {
  const { actor, request, now } = ctx
  await repository.add({
    _id: request.key,
    sortKey: `${String(now.getTime()).padStart(13, '0')}-${request.key}`,
    at: now,
    personId: actor.id,
    role: actor.role,
    ...(actor.unitId === undefined ? {} : { unitId: actor.unitId }),
    action: request.action,
    facts,
  })
}
