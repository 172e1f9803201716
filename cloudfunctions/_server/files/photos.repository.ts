import { gt } from '../platform/conditions'
import { count, get, insert, updateOne } from '../platform/database'

/** One admission of a photo: `photos/<request key>`. Makes a retry the same photo, and counts for the limit. */
export interface Admission {
  _id: string
  personId: string
  /** `<13-digit ms>-<_id>` */
  sortKey: string
  inputHash: string
  /** Year and month of the folder, so that a retry after the month's end finds the same. */
  month: string
  /** The stored photo, once it is stored. */
  photoKey?: string
}

const PHOTOS = 'photos'

export const load = (id: string): Promise<Admission | undefined> => get<Admission>(PHOTOS, id)
/** False: this request has begun before. */
export const add = (admission: Admission): Promise<boolean> => insert(PHOTOS, admission)
export const finish = (id: string, photoKey: string): Promise<boolean> =>
  updateOne(PHOTOS, id, {}, { set: { photoKey } })

/** How many photos this person has sent after this moment (13-digit ms). */
export const countSince = (personId: string, since: string): Promise<number> =>
  count(PHOTOS, { personId, sortKey: gt(since) })
