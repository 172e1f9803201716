export * as inbox from './inbox.repository'
export {
  changePerson,
  loadPerson,
  noteAbsence,
  peopleOf,
  recordClaim,
  recordSubmission,
  staffOf,
} from './people.service'
