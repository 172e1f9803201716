import type { UnitHistory } from '@core/routing/learning'
import type { Standing } from '@core/ticket/waiting'
import { get, insert, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const JOBS = 'jobs'
const JOB = 'routing'

/** A model trained elsewhere that the county's own lessons are learned on top of. */
export interface InstalledModel {
  fileId: string
  /** Messages it was trained on. */
  trainedOn: number
  at: Date
  /** The last training could not use it. */
  broken?: boolean
}

/** How far learning has come, and where its fruit lies: one small document; the model is a file beside it. */
export interface LearningJob extends Standing {
  _id: typeof JOB
  version: number
  /** There are lessons the model does not know yet. */
  pending: boolean
  /** A person changed what is learned from: the next training does not wait for its hour. */
  asked?: boolean
  /** Goes up with every training. */
  revision: number
  fileId?: string
  trainedOn?: number
  trainedAt?: Date
  units: UnitHistory
  installed?: InstalledModel
}

export const START: LearningJob = { _id: JOB, version: 0, upTo: '', pending: false, revision: 0, units: [] }

export const loadJob = (): Promise<LearningJob | undefined> => get<LearningJob>(JOBS, JOB)

/** False: another run of the clock, or a person, came first. */
export const commitJob = (prev: LearningJob | undefined, next: LearningJob): Promise<boolean> =>
  prev
    ? updateOne(JOBS, JOB, { version: prev.version }, patchOf(prev, next))
    : insert(JOBS, { ...next, version: 1 })
