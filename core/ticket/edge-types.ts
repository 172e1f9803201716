import type { Status } from './words'

/** Who takes an edge; `core/people/permissions` says which role and relation each of them is. */
export type Party =
  | 'reporter'
  /** reporter of a ticket that joined this one (R-T9) */
  | 'coReporter'
  | 'operator'
  /** handler or unitHead of the lead unit */
  | 'leadUnit'
  /** unitHead of the lead unit */
  | 'leadHead'
  /** unitHead of the lead unit or of a unit above it */
  | 'signingHead'
  | 'leader'
  | 'supervisor'
  | 'system'

export interface Edge {
  id: `E${number}`
  from: readonly Status[]
  to: readonly Status[]
  by: readonly Party[]
  /** The actions that take it; `clock.*` is time. */
  commands: readonly string[]
  /** Rule ids and the condition, in words. */
  when: string
}
