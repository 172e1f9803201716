export * as inbox from './inbox.repository'
export { peopleOnDuty } from './roster.service'
export {
  changePerson,
  loadPerson,
  noteAbsence,
  peopleOf,
  recordClaim,
  recordSubmission,
  staffOf,
  stillIn,
} from './people.service'
