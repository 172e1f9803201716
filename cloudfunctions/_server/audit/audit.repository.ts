import type { AuditEntry } from '@core/audit'
import { insert } from '../platform/database'

/** Added once, never changed (R-X6). False: it is there already. */
export const add = (entry: AuditEntry): Promise<boolean> => insert('audit', entry)
