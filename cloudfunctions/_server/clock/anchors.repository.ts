import type { Anchor } from '@core/audit'
import { get, insert, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const ANCHORS = 'anchors'
const JOBS = 'jobs'

/** How far the anchors have come: the one document beside them. */
export interface AnchorJob {
  _id: string
  version: number
  /** The last anchor: where the chain ends. */
  head: { seq: number; hash: string }
  /** Every ticket whose `headKey` is not above this one is anchored. */
  upTo: string
}

export const JOB = 'anchors'

export const loadJob = (): Promise<AnchorJob | undefined> => get<AnchorJob>(JOBS, JOB)

/** False: another run of the clock came first. */
export const commitJob = (prev: AnchorJob | undefined, next: AnchorJob): Promise<boolean> =>
  prev
    ? updateOne(JOBS, JOB, { version: prev.version }, patchOf(prev, next))
    : insert(JOBS, { ...next, version: 1 })

export const loadAnchor = (id: string): Promise<Anchor | undefined> => get<Anchor>(ANCHORS, id)

/** False: another run of the clock came first. */
export const addAnchor = (anchor: Anchor): Promise<boolean> => insert(ANCHORS, anchor)
