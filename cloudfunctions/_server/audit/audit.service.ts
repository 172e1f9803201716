import { auditEntry, type AuditedAction } from '@core/audit'
import type { Context } from '../runtime/context'
import * as repository from './audit.repository'

/** Notes in the audit what the caller is about to be shown (R-X6). A retry is the same entry. */
export async function record(
  ctx: Context,
  action: AuditedAction,
  facts: Record<string, string>,
): Promise<void> {
  const { actor, request, now } = ctx
  await repository.add(auditEntry(actor, { action, key: request.key, now }, facts))
}
