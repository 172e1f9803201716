import type { Actions } from '../runtime/context'
import { book } from './book.service'
import { cancel } from './cancel.service'
import { copyMonth, dropDay, month, planDay, publishMonth } from './months.service'
import { mine } from './reception.service'

export const receptionActions: Actions<'reception'> = {
  'reception.book': book,
  'reception.cancel': cancel,
  'reception.mine': mine,
  'reception.month': month,
  'reception.planDay': planDay,
  'reception.dropDay': dropDay,
  'reception.copyMonth': copyMonth,
  'reception.publishMonth': publishMonth,
}
