import type { Actions } from '../runtime/context'
import { book, wait } from './book.service'
import { cancel } from './cancel.service'
import { brief } from './brief.service'
import { checkIn, desk, deskStep, today } from './desk.service'
import { copyMonth, dropDay, month, planDay, publishMonth } from './months.service'
import { outcome } from './outcome.service'
import { rate } from './rate.service'
import { confirm } from './confirm.service'
import { details } from './details.service'
import { moveDay, swapLeader } from './leader-away.service'
import { move } from './move.service'
import { lookUp, mine } from './reception.service'
import { walkIn } from './walk-in.service'

export const receptionActions: Actions<'reception'> = {
  'reception.book': book,
  'reception.wait': wait,
  'reception.confirm': confirm,
  'reception.move': move,
  'reception.details': details,
  'reception.cancel': cancel,
  'reception.mine': mine,
  'reception.month': month,
  'reception.planDay': planDay,
  'reception.dropDay': dropDay,
  'reception.copyMonth': copyMonth,
  'reception.publishMonth': publishMonth,
  'reception.today': today,
  'reception.desk': desk,
  'reception.checkIn': checkIn,
  'reception.deskStep': deskStep,
  'reception.brief': brief,
  'reception.outcome': outcome,
  'reception.rate': rate,
  'reception.lookUp': lookUp,
  'reception.walkIn': walkIn,
  'reception.swapLeader': swapLeader,
  'reception.moveDay': moveDay,
}
