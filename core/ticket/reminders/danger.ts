import type { Knowledge } from '../../knowledge/types'
import { unitName } from '../../knowledge/units'
import { centreKey, SUPERVISION, unitKey } from '../audience'
import { limitsOf } from '../limits'
import { gradeName } from '../orders'
import { turnOf, urgentAt, waitsForFirstLook } from '../turns'
import type { Ticket } from '../types'
import { alertOf, arrivalOf, notArrived, unacknowledged } from '../urgent'
import { reportsOf } from '../whistle'
import { MINUTE } from '../workdays'
import { about, headKeys, type Reminder } from './reminder'

/** Somebody has to sign, arrive or report in at once, and has not. */

/** R-D7: the unit's head where nobody signs; the centre and supervision where the system finds nobody to send it to. */
export function ofUrgency(ticket: Ticket, knowledge: Knowledge): Reminder[] {
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
export function ofArrival(ticket: Ticket, knowledge: Knowledge): Reminder[] {
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
export function ofWhistle(ticket: Ticket, knowledge: Knowledge): Reminder[] {
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
