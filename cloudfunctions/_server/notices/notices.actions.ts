import type { Actions } from '../runtime/context'
import { noteCall, resendNotice, undelivered } from './undelivered.service'

/** What is done about notices that did not arrive by themselves. */
export const noticeActions: Pick<
  Actions<'people'>,
  'people.undelivered' | 'people.resendNotice' | 'people.noteCall'
> = {
  'people.undelivered': undelivered,
  'people.resendNotice': resendNotice,
  'people.noteCall': noteCall,
}
