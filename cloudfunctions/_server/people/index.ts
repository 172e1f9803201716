export * as inbox from './inbox.repository'
export type { Notice, Push } from './inbox.repository'
export { changePerson, loadPerson, recordSubmission, staffOf } from './people.service'
