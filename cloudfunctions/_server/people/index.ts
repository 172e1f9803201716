export * as inbox from './inbox.repository'
export type { Notice, Push } from './inbox.repository'
export {
  changePerson,
  loadPerson,
  noteAbsence,
  recordClaim,
  recordSubmission,
  staffOf,
  stillIn,
} from './people.service'
