export * as inbox from './inbox.repository'
export { changePerson, loadPerson, recordClaim, peopleOf, recordSubmission, staffOf } from './people.service'
