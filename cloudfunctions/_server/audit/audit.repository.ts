import { insert } from '../platform/database'

/** One reading of an identity (R-X6): `audit/<request key>`. Added once, never changed. */
export interface AuditEntry {
  _id: string
  /** `<13-digit ms>-<_id>` */
  sortKey: string
  at: Date
  personId: string
  role: string
  unitId?: string
  action: string
  facts: Record<string, string>
}

export const add = (entry: AuditEntry): Promise<boolean> => insert('audit', entry)
