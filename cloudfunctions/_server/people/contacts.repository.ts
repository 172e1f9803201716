import type { Channel } from '@core/ticket/words'
import type { InvalidContact } from '@core/people/words'
import type { Sealed } from '@core/people/types'
import { count, get, insert } from '../platform/database'

/** A contact that was no matter (R-T5). Its id is the request's key: a retry is the same contact. */
export interface InvalidContactEntry {
  _id: string
  inputHash: string
  at: Date
  /** `YYYY-MM-DD` */
  day: string
  channel: Channel
  reason: InvalidContact
  byId: string
  /** The centre that was called: each counts its own. */
  unitId: string
  phone?: Sealed
  phoneHash?: string
  note?: string
}

const CONTACTS = 'contacts'

/** False: it is there already. */
export const add = (entry: InvalidContactEntry): Promise<boolean> => insert(CONTACTS, entry)

export const load = (id: string): Promise<InvalidContactEntry | undefined> =>
  get<InvalidContactEntry>(CONTACTS, id)

export const countOfDay = (day: string, unitId: string): Promise<number> => count(CONTACTS, { day, unitId })
