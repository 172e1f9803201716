import type { Knowledge } from '../../knowledge/types'
import { centreKey, SUPERVISION } from '../audience'
import { isTerminal } from '../edges'
import { limitsOf } from '../limits'
import { readableMoment } from '../moments'
import { owesReply } from '../superior'
import type { Ticket } from '../types'
import { DAY, dayOf, momentOf, workdayFrom } from '../workdays'
import { about, type Reminder } from './reminder'

/** What the centre still owes: a callback, a reply upward, a look whether a promise was kept. */

/** E21: fewer attempts after 15 days is the centre's own overdue, and the ticket stays open. */
export function ofCallback(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const { status, clock, number } = ticket
  if (status !== 'awaitingRating' || !clock.answeredAt) return []
  const days = limitsOf(knowledge).callbackOverdueDays
  const at = new Date(clock.answeredAt.getTime() + days * DAY)
  return [
    about('callback', at, [
      { to: SUPERVISION, title: '回访超期', words: `编号 ${number} 答复 ${days} 天后仍未完成回访。` },
    ]),
  ]
}

/** A matter from above: the centre, a working day before they want the reply. */
export function ofSuperior(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const { superior, number, status } = ticket
  if (!superior || isTerminal(status) || !owesReply(ticket)) return []
  const at = momentOf(workdayFrom(dayOf(superior.deadline), -1, knowledge.calendar), 9)
  const words = `编号 ${number} 是上级交办件，上级要求 ${readableMoment(superior.deadline)} 前回复，还没有记录回复。`
  return [about('upward', at, [{ to: centreKey(ticket, knowledge), title: '请回复上级', words }])]
}

/** R-C6: a promise closes the ticket and is called back on its date. */
export function ofPromise(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const last = ticket.results[ticket.results.length - 1]
  if (ticket.status !== 'closed' || last?.outcome !== 'promised' || !last.promisedFor) return []
  const words = `编号 ${ticket.number} 承诺的日期到了，请回访是否兑现。`
  return [
    about('promise', last.promisedFor, [
      { to: centreKey(ticket, knowledge), title: '承诺到期请回访', words },
    ]),
  ]
}
