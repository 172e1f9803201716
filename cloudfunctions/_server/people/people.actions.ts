import type { Actions } from '../runtime/context'
import { logContact } from './contacts.service'
import { inbox } from './inbox.service'
import { colleagues, me, verifyPhone } from './people.service'

export const peopleActions: Actions<'people'> = {
  'people.inbox': inbox,
  'people.colleagues': colleagues,
  'people.me': me,
  'people.verifyPhone': verifyPhone,
  'people.logContact': logContact,
}
