export * as inbox from './inbox.repository'
export type { Notice, Push } from './inbox.repository'
export { changePerson, loadPerson, recordClaim, recordSubmission, staffOf, stillIn } from './people.service'
