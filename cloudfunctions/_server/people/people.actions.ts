import type { Actions } from '../runtime/context'
import { inbox } from './inbox.service'
import { me, verifyPhone } from './people.service'

export const peopleActions: Actions<'people'> = {
  'people.inbox': inbox,
  'people.me': me,
  'people.verifyPhone': verifyPhone,
}
