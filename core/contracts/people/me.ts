import * as v from 'valibot'
import type { Occasion } from '../../notices/occasions'
import type { Role } from '../../people/words'
import { contract } from '../define'

export interface MeView {
  id: string
  role: Role
  /** Staff only: real name and post as colleagues know them. */
  name?: string
  title?: string
  unitId?: string
  unitName?: string
  /** Verified phone, masked. */
  phone?: string
  /** Unread notices in the inbox. */
  unread: number
  /** Subscribe-message templates to ask for at each occasion; absent where the county has none (R-N1). */
  subscribe?: Partial<Record<Occasion, string[]>>
}

/** Who the platform says is calling, and what they may be (R-P1). */
export const me = contract<MeView>()('people.me', v.strictObject({}))
