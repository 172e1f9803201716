import type { Knowledge } from '../../knowledge/types'
import { isSensitive } from '../access'
import { isWithoutReporter, SUPERVISION, unitKey } from '../audience'
import { shareOf } from '../deadlines'
import { runningDue } from '../due'
import { limitsOf } from '../limits'
import { gradeName, orderInForce } from '../orders'
import type { CoUnit, Ticket } from '../types'
import type { OrderGrade } from '../words'
import { endOfWorkday } from '../workdays'
import { about, headKeys, type Reminder } from './reminder'

/** Whoever has something to do, before and when it is late. */

/** R-L6, R-L4: whoever acts next, at 80 % and at the due moment. The reporter is not pressed. */
export function ofStep(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const due = runningDue(ticket, knowledge)
  if (!due) return []
  const keys = ticket.waitsFor.filter((key) => !key.startsWith('person:'))
  const tell = (title: string, words: string, to: string[]) => to.map((key) => ({ to: key, title, words }))
  const head =
    ticket.status === 'handling' || ticket.status === 'dispatched' ? headKeys(ticket, knowledge) : []
  return [
    about(
      'soon',
      due.soonAt,
      tell('即将到期', `编号 ${ticket.number} 的${due.what}即将到期，请抓紧。`, keys),
    ),
    about(
      'late',
      due.at,
      tell('已经超期', `编号 ${ticket.number} 的${due.what}已经超期，请尽快完成。`, [...keys, ...head]),
    ),
  ]
}

/** R-L4: supervision orders drafted 1, 3 and 5 working days over. R-H1: first contact. R-H3: the co-units' parts. */
export function ofUnit(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const { status, clock, number, leadUnitId } = ticket
  const { dispatchedAt, deadline } = clock
  if ((status !== 'dispatched' && status !== 'handling') || !dispatchedAt || !deadline || !leadUnitId)
    return []
  const { calendar } = knowledge
  const limits = limitsOf(knowledge)
  const orders = limits.orderDays.map((days, index) => {
    const grade = (index + 1) as OrderGrade
    const words = `编号 ${number} 超期 ${days} 个工作日，${gradeName(grade)}已经起草，请核发。`
    const at = endOfWorkday(deadline, days, calendar)
    return {
      ...about(`order${grade}`, at, [{ to: SUPERVISION, title: '超期督办', words }]),
      order: { grade, cause: 'overdue' as const, missed: deadline },
    }
  })
  const contactBy = endOfWorkday(dispatchedAt, limits.firstContactDays, calendar)
  const contacted = ticket.contacts?.some(({ round }) => round === ticket.round)
  const contact =
    contacted || isWithoutReporter(ticket) || isSensitive(ticket)
      ? []
      : [
          about('contact', contactBy, [
            {
              to: unitKey(leadUnitId),
              title: '请联系反映人',
              words: `编号 ${number} 还没有首次联系反映人。`,
            },
          ]),
        ]
  const parts = ticket.coUnits.flatMap((part) => ofPart(part, ticket, knowledge))
  const unsigned =
    status === 'dispatched'
      ? [
          about('deadline', deadline, [
            { to: unitKey(leadUnitId), title: '已经超期', words: `编号 ${number} 尚未签收，办理已经超期。` },
          ]),
        ]
      : []
  return [...orders, ...contact, ...parts, ...unsigned]
}

/** R-H3: a co-unit's own part, at 80 % of its time and when it is due. */
function ofPart(
  { unitId, due, doneAt }: CoUnit,
  { number, clock }: Ticket,
  knowledge: Knowledge,
): Reminder[] {
  const { dispatchedAt } = clock
  if (!due || doneAt || !dispatchedAt || due <= dispatchedAt) return []
  const soonAt = shareOf(dispatchedAt, due, limitsOf(knowledge).warnShare, knowledge.calendar)
  const soon = `编号 ${number} 的协办部分即将到期，请抓紧。`
  const late = `编号 ${number} 的协办部分已经超期，请尽快报送。`
  return [
    about(`part.${unitId}`, soonAt, [{ to: unitKey(unitId), title: '协办即将到期', words: soon }]),
    about(
      `partLate.${unitId}`,
      due,
      [unitKey(unitId), ...headKeys({ leadUnitId: unitId }, knowledge)].map((to) => ({
        to,
        title: '协办已经超期',
        words: late,
      })),
    ),
  ]
}

/** R-S3: the unit has not answered an order in time: its head, and supervision, which may raise it. */
export function ofOrder(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const order = orderInForce(ticket)
  if (order?.state !== 'issued') return []
  const words = `编号 ${ticket.number} 的${gradeName(order.grade)}到期没有答复。`
  const keys = [unitKey(order.unitId), ...headKeys({ leadUnitId: order.unitId }, knowledge), SUPERVISION]
  return [
    about(
      'orderLate',
      order.until,
      keys.map((to) => ({ to, title: '督查令逾期未答复', words })),
    ),
  ]
}
