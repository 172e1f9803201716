export * as inbox from './inbox.repository'
export { peopleOnDuty } from './roster.service'
export {
  changePerson,
  loadPerson,
  noteAbsence,
  peopleOf,
  peopleOfNumber,
  recordClaim,
  recordSubmission,
  staffOf,
  stillIn,
  unread,
} from './people.service'
