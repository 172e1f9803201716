import type { Actions } from '../runtime/context'
import { book } from './book.service'
import { cancel } from './cancel.service'
import { mine } from './reception.service'

export const receptionActions: Actions<'reception'> = {
  'reception.book': book,
  'reception.cancel': cancel,
  'reception.mine': mine,
}
