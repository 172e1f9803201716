import { unitName, unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import { isSensitive } from './access'
import { centreKey, isWithoutReporter, personKey, SUPERVISION, unitKey } from './audience'
import type { Telling } from './decisions/decision'
import { shareOf } from './deadlines'
import { runningDue } from './due'
import { unratedBy, verdictOf } from './joined'
import { isTerminal } from './edges'
import { limitsOf } from './limits'
import { readableMoment } from './moments'
import { gradeName, orderInForce, type WantedOrder } from './orders'
import { owesReply } from './superior'
import type { CoUnit, Ticket } from './types'
import { alertOf, arrivalOf, notArrived, unacknowledged, urgentAssignment } from './urgent'
import { reportsOf } from './whistle'
import type { OrderGrade } from './words'
import { DAY, dayOf, endOfWorkday, hourOf, MINUTE, momentOf, workdayFrom } from './workdays'

/** What time must do with a ticket. `decide` with `clock.wake` as SYSTEM does what is due; doing it twice does nothing more. */

/** An edge taken by time. */
export interface Turn {
  at: Date
  what: 'clock.answerTimeout' | 'clock.urgentDispatch' | 'clock.unreachable'
}

export function turnOf(ticket: Ticket, knowledge: Knowledge): Turn | undefined {
  if (ticket.status === 'awaitingReporter' && ticket.question) {
    return { at: ticket.question.until, what: 'clock.answerTimeout' }
  }
  if (waitsForFirstLook(ticket) && urgentAssignment(ticket, ticket.clock.submittedAt, knowledge)) {
    return { at: urgentAt(ticket, knowledge), what: 'clock.urgentDispatch' }
  }
  const at = unreachableAt(ticket, knowledge)
  return at && { at, what: 'clock.unreachable' }
}

/** R-D7: urgent, and no operator has acted since it came in. */
const waitsForFirstLook = ({ urgent, status, clock }: Ticket): boolean =>
  urgent && status === 'submitted' && clock.stepFrom.getTime() === clock.submittedAt.getTime()

const urgentAt = (ticket: Ticket, knowledge: Knowledge): Date =>
  new Date(alertOf(ticket).getTime() + limitsOf(knowledge).urgentMinutes * MINUTE)

/** E21: when the reporter counts as unreachable; undefined until there were enough attempts. */
export function unreachableAt(ticket: Ticket, knowledge: Knowledge): Date | undefined {
  const { status, clock } = ticket
  if (status !== 'awaitingRating' || !clock.answeredAt) return undefined
  // A matter from above stays open until the reply went up, unless somebody was dissatisfied.
  if (owesReply(ticket) && verdictOf(ticket) !== 'E18') return undefined
  // R-T9: of several reporters each has to have been tried, who has not rated.
  if (!unratedBy(ticket).every((id) => wasTried(ticket, id, knowledge))) return undefined
  return new Date(clock.answeredAt.getTime() + limitsOf(knowledge).unreachableDays * DAY)
}

function wasTried(
  { callbacks, round, reporter }: Ticket,
  personId: string | undefined,
  knowledge: Knowledge,
): boolean {
  const limits = limitsOf(knowledge)
  const attempts = callbacks.filter(
    (attempt) =>
      attempt.round === round &&
      attempt.outcome === 'noAnswer' &&
      (attempt.personId ?? reporter?.personId) === personId,
  )
  const days = new Set(attempts.map(({ at }) => dayOf(at)))
  const evening = attempts.some(({ at }) => hourOf(at) >= limits.unreachableEvening)
  return days.size >= limits.unreachableAttempts && evening
}

/** A notice due at a moment, once (R-L4, R-L6, R-D7, R-H1). */
export interface Reminder {
  id: string
  at: Date
  tell: Telling[]
  /** The supervision order that is drafted with it (R-L4, R-D7). */
  order?: WantedOrder
}

/** Every reminder the present state has, sent or not. */
export function remindersOf(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  return [
    ...ofStep(ticket, knowledge),
    ...ofUnit(ticket, knowledge),
    ...ofUrgency(ticket, knowledge),
    ...ofArrival(ticket, knowledge),
    ...ofWhistle(ticket, knowledge),
    ...ofCallback(ticket, knowledge),
    ...ofSuperior(ticket, knowledge),
    ...ofPromise(ticket, knowledge),
    ...ofOrder(ticket, knowledge),
  ]
}

const idOf = (name: string, at: Date): string => `${name}@${at.getTime()}`

/** R-L4: whoever has it has been warned that its present due is near, and it is not past: 快到期 in lists and figures. */
export function isWarned(ticket: Ticket, knowledge: Knowledge): boolean {
  const due = runningDue(ticket, knowledge)
  const was = (name: string, at: Date) => (ticket.reminded ?? []).includes(idOf(name, at))
  return due !== undefined && was('soon', due.soonAt) && !was('late', due.at)
}

const about = (name: string, at: Date, tell: Telling[]): Reminder => ({
  id: idOf(name, at),
  at,
  tell: tell.map((telling) => ({ template: 'ticket.reminder', ...telling })),
})

/** R-L6, R-L4: whoever acts next, at 80 % and at the due moment. The reporter is not pressed. */
function ofStep(ticket: Ticket, knowledge: Knowledge): Reminder[] {
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

function headKeys({ leadUnitId }: Pick<Ticket, 'leadUnitId'>, knowledge: Knowledge): string[] {
  const head = unitOf(knowledge, leadUnitId)?.headPersonId
  return head ? [personKey(head)] : []
}

/** R-L4: supervision orders drafted 1, 3 and 5 working days over. R-H1: first contact. R-H3: the co-units' parts. */
function ofUnit(ticket: Ticket, knowledge: Knowledge): Reminder[] {
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

/** R-D7: the unit's head where nobody signs; the centre and supervision where the system finds nobody to send it to. */
function ofUrgency(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const { urgent, status, clock, leadUnitId, number } = ticket
  if (!urgent) return []
  if (status === 'dispatched' && clock.dispatchedAt && leadUnitId) {
    const from = Math.max(clock.dispatchedAt.getTime(), alertOf(ticket).getTime())
    const at = new Date(from + limitsOf(knowledge).urgentMinutes * MINUTE)
    const head = headKeys(ticket, knowledge)
    const words = unacknowledged(ticket, knowledge)
    return [
      about(
        'unacknowledged',
        at,
        (head.length > 0 ? head : [unitKey(leadUnitId)]).map((to) => ({
          to,
          title: '紧急事项无人签收',
          words,
          urgent: true,
        })),
      ),
    ]
  }
  if (waitsForFirstLook(ticket) && !turnOf(ticket, knowledge)) {
    const words = `编号 ${number} 是紧急事项，系统无法自动派单，请立即指定承办单位。`
    return [
      about(
        'stuck',
        urgentAt(ticket, knowledge),
        [centreKey(ticket, knowledge), SUPERVISION].map((to) => ({
          to,
          title: '紧急事项无人受理',
          words,
          urgent: true,
        })),
      ),
    ]
  }
  return []
}

/** R-D7: nobody has checked in on the spot by the due minute: the unit's head and the centre; an order is drafted. */
function ofArrival(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const { status, leadUnitId, round } = ticket
  const arrival = arrivalOf(ticket, knowledge)
  if (!arrival || arrival.at || !leadUnitId || round > 1) return []
  if (status !== 'dispatched' && status !== 'handling') return []
  const head = headKeys(ticket, knowledge)
  const keys = [...(head.length > 0 ? head : [unitKey(leadUnitId)]), centreKey(ticket, knowledge)]
  const words = notArrived(ticket, knowledge)
  const toSupervision = {
    to: SUPERVISION,
    title: '紧急事项无人到场',
    words: `编号 ${ticket.number} 无人按时到场，${gradeName(1)}已经起草，请核发。`,
  }
  return [
    {
      ...about('arrival', arrival.by, [
        ...keys.map((to) => ({ to, title: '紧急事项无人到场', words, urgent: true })),
        toSupervision,
      ]),
      order: { grade: 1, cause: 'notArrived', missed: arrival.by },
    },
  ]
}

/** R-D8: a department that has not reported in by then: its people and head, whoever called it, and the centre. */
function ofWhistle(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const { status, whistle, number } = ticket
  const { called } = whistle ?? {}
  if (!whistle || !called || (status !== 'dispatched' && status !== 'handling')) return []
  return reportsOf(ticket, called.due)
    .filter(({ at }) => at === undefined)
    .map(({ unitId }) => {
      const keys = [unitKey(unitId), ...headKeys({ leadUnitId: unitId }, knowledge), unitKey(whistle.unitId)]
      const words = `编号 ${number}：${unitName(knowledge, unitId)}还没有到现场报到。`
      return about(
        `absent.${unitId}`,
        called.due,
        [...keys, centreKey(ticket, knowledge)].map((to) => ({ to, title: '吹哨未报到', words })),
      )
    })
}

/** E21: fewer attempts after 15 days is the centre's own overdue, and the ticket stays open. */
function ofCallback(ticket: Ticket, knowledge: Knowledge): Reminder[] {
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
function ofSuperior(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const { superior, number, status } = ticket
  if (!superior || isTerminal(status) || !owesReply(ticket)) return []
  const at = momentOf(workdayFrom(dayOf(superior.deadline), -1, knowledge.calendar), 9)
  const words = `编号 ${number} 是上级交办件，上级要求 ${readableMoment(superior.deadline)} 前回复，还没有记录回复。`
  return [about('upward', at, [{ to: centreKey(ticket, knowledge), title: '请回复上级', words }])]
}

/** R-C6: a promise closes the ticket and is called back on its date. */
function ofPromise(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  const last = ticket.results[ticket.results.length - 1]
  if (ticket.status !== 'closed' || last?.outcome !== 'promised' || !last.promisedFor) return []
  const words = `编号 ${ticket.number} 承诺的日期到了，请回访是否兑现。`
  return [
    about('promise', last.promisedFor, [
      { to: centreKey(ticket, knowledge), title: '承诺到期请回访', words },
    ]),
  ]
}

/** R-S3: the unit has not answered an order in time: its head, and supervision, which may raise it. */
function ofOrder(ticket: Ticket, knowledge: Knowledge): Reminder[] {
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

/** The reminders not yet sent. */
export function unsent(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  return remindersOf(ticket, knowledge).filter(({ id }) => !ticket.reminded?.includes(id))
}

/** When time must next touch this ticket; undefined: never. */
export function nextWakeAt(ticket: Ticket, knowledge: Knowledge): Date | undefined {
  const turn = turnOf(ticket, knowledge)
  const moments = [...(turn ? [turn] : []), ...unsent(ticket, knowledge)].map(({ at }) => at.getTime())
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined
}
