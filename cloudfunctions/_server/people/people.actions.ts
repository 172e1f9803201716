import type { Actions } from '../runtime/context'
import { logContact } from './contacts.service'
import { inbox } from './inbox.service'
import { colleagues, me, verifyPhone } from './people.service'
import { copyDuty, roster, setDuty } from './roster.service'

/** Every `people.*` action but those on notices, which live with them. */
export const peopleActions: Omit<
  Actions<'people'>,
  'people.undelivered' | 'people.resendNotice' | 'people.noteCall'
> = {
  'people.inbox': inbox,
  'people.colleagues': colleagues,
  'people.me': me,
  'people.verifyPhone': verifyPhone,
  'people.logContact': logContact,
  'people.roster': roster,
  'people.setDuty': setDuty,
  'people.copyDuty': copyDuty,
}
