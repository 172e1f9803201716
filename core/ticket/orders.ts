import { unitName } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import { readableMoment } from './moments'
import type { SupervisionOrder, Ticket } from './types'
import { endOfWorkday } from './workdays'
import { ORDER_GRADES, type OrderCause, type OrderGrade } from './words'

/**
 * R-S3, R-L4: supervision orders stand on the ticket they are about: one matter, one document, so that a draft comes with
 * the reminder that made it, once, and the unit's answer with its event. At most one is a draft and one is in force.
 */
export const draftOf = ({ orders }: Pick<Ticket, 'orders'>): SupervisionOrder | undefined =>
  orders?.find(({ state }) => state === 'draft')

/** Issued and not yet lifted or raised. */
export const orderInForce = ({ orders }: Pick<Ticket, 'orders'>): SupervisionOrder | undefined =>
  orders?.find(({ state }) => state === 'issued' || state === 'answered')

/** What the clock wants drafted: which grade, why, and the moment that was missed. */
export interface WantedOrder {
  grade: OrderGrade
  cause: Exclude<OrderCause, 'other'>
  missed: Date
}

/**
 * The orders with a draft of the highest grade wanted; undefined where there is nothing to draft: one of that grade was
 * drafted for the same moment before, whatever became of it, or is in force.
 */
export function withDraft(
  ticket: Ticket,
  wanted: readonly WantedOrder[],
  now: Date,
  knowledge: Knowledge,
): { orders: SupervisionOrder[]; grade: OrderGrade } | undefined {
  const { orders = [], leadUnitId } = ticket
  const [top] = [...wanted].sort((a, b) => b.grade - a.grade)
  if (!top || leadUnitId === undefined) return undefined
  const { grade, cause, missed } = top
  const isThere = orders.some((order) => order.grade >= grade && order.missed?.getTime() === missed.getTime())
  if (isThere || (orderInForce(ticket)?.grade ?? 0) >= grade) return undefined
  const until = endOfWorkday(now, 1, knowledge.calendar)
  const draft: SupervisionOrder = {
    grade,
    cause,
    missed,
    unitId: leadUnitId,
    state: 'draft',
    draftedAt: now,
    words: draftWords(ticket, top, leadUnitId, until, knowledge),
    until,
  }
  // A draft nobody has looked at yet rises with the delay.
  return { orders: [...orders.filter(({ state }) => state !== 'draft'), draft], grade }
}

function draftWords(
  { number }: Ticket,
  { grade, cause, missed }: WantedOrder,
  unitId: string,
  until: Date,
  knowledge: Knowledge,
): string {
  const unit = unitName(knowledge, unitId)
  const what =
    cause === 'overdue'
      ? `编号 ${number} 应于 ${readableMoment(missed)} 前办结，至今没有报送办理结果`
      : `编号 ${number} 是紧急事项，应于 ${readableMoment(missed)} 前到现场，至今没有到场签到`
  const stern = grade === 3 ? '由主要负责人亲自办理，' : ''
  return `${unit}：${what}。请${stern}立即办理，并于 ${readableMoment(until)} 前书面说明原因和办理情况。`
}

/** The order as issued, and the ones before it: what was in force is raised. */
export function withIssued(
  ticket: Ticket,
  issued: Pick<SupervisionOrder, 'grade' | 'words' | 'until' | 'unitId' | 'issuedAt' | 'byId'>,
): SupervisionOrder[] {
  const draft = draftOf(ticket)
  const before = (ticket.orders ?? []).filter((order) => order !== draft)
  const raised = before.map((order) =>
    order.state === 'issued' || order.state === 'answered' ? { ...order, state: 'raised' as const } : order,
  )
  return [...raised, { cause: 'other', ...draft, ...issued, state: 'issued' }]
}

/** The orders with one of them changed. */
export const withOrder = (
  { orders = [] }: Pick<Ticket, 'orders'>,
  changed: SupervisionOrder,
  by: Partial<SupervisionOrder>,
): SupervisionOrder[] => orders.map((order) => (order === changed ? { ...order, ...by } : order))

export const gradeName = (grade: OrderGrade): string => ORDER_GRADES[grade]
