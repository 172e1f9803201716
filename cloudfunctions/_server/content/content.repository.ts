import { insert } from '../platform/database'
import type { Verdict } from '../platform/openapi'

/** What WeChat says of the words of one event: `checks/<ticket>.<seq>`. Publication asks for it (R-X1). */
export interface Check {
  _id: string
  at: Date
  verdict: Verdict
}

/** False: they have been checked before. */
export const add = (check: Check): Promise<boolean> => insert('checks', check)
