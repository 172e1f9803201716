import { lineage, unitName, unitOf } from '../../knowledge/units'
import { centreKey, personKey, SUPERVISION, unitKey } from '../audience'
import { readableMoment } from '../moments'
import { draftOf, gradeName, orderInForce, withIssued, withOrder } from '../orders'
import { ORDER_GRADES, STATUSES, type Status } from '../words'
import { badField, decision, type Context, type Telling } from './decision'

/** R-S3: supervision orders in three grades: issued by the supervisor, answered by the unit, lifted or raised. */

const ANY = Object.keys(STATUSES) as Status[]
/** A unit has or had it; where it has gone back to the centre there is nobody to order. */
const WITH_UNIT: Status[] = ['dispatched', 'handling', 'inReview', 'awaitingRating', 'inJudgement', 'closed']
const HIGHEST = Object.keys(ORDER_GRADES).length

/** The unit and its head, and the centre, which sees the matter through. */
function toUnit({ ticket, knowledge }: Context, unitId: string, title: string, words: string): Telling[] {
  const head = unitOf(knowledge, unitId)?.headPersonId
  const keys = [unitKey(unitId), ...(head ? [personKey(head)] : []), centreKey(ticket, knowledge)]
  return keys.map((to) => ({ to, title, words }))
}

export const issueOrder = decision('ticket.issueOrder', {
  also: WITH_UNIT,
  blocked({ ticket }) {
    if (ticket.leadUnitId === undefined) return '这件事还没有承办单位，没有可以督办的对象'
    return orderInForce(ticket)?.grade === HIGHEST ? '三级督查令已经下达，请先解除再重新下达' : undefined
  },
  decide(c, { grade, words, until }) {
    const { ticket, actor, now } = c
    const inForce = orderInForce(ticket)
    if (inForce && grade <= inForce.grade) {
      badField('grade', `${gradeName(inForce.grade)}已经下达，升级请选更高一级`)
    }
    if (until <= now.getTime()) badField('until', '要晚于现在')
    const unitId = ticket.leadUnitId!
    const by = readableMoment(new Date(until))
    const issued = { grade, words, until: new Date(until), unitId, issuedAt: now, byId: actor.id }
    return {
      set: { orders: withIssued(ticket, issued) },
      words,
      internal: true,
      facts: { grade, until, unitId, raised: inForce !== undefined },
      tell: toUnit(
        c,
        unitId,
        `收到${gradeName(grade)}`,
        `编号 ${ticket.number} 收到${gradeName(grade)}，请于 ${by} 前书面答复。`,
      ),
    }
  },
})

export const dropOrder = decision('ticket.dropOrder', {
  also: ANY,
  blocked: ({ ticket }) => (draftOf(ticket) ? undefined : '没有待核发的督查令'),
  decide({ ticket }, { words }) {
    const draft = draftOf(ticket)!
    return {
      set: { orders: withOrder(ticket, draft, { state: 'dropped' }) },
      words,
      internal: true,
      facts: { grade: draft.grade },
    }
  },
})

export const answerOrder = decision('ticket.answerOrder', {
  also: ANY,
  blocked({ ticket, actor, knowledge }) {
    const order = orderInForce(ticket)
    if (!order) return '没有要答复的督查令'
    if (order.state === 'answered') return '已经答复，请等督查局审看'
    return lineage(knowledge, order.unitId).includes(actor.unitId ?? '')
      ? undefined
      : `督查令是发给${unitName(knowledge, order.unitId)}的，由该单位负责人答复`
  },
  decide({ ticket, actor, now }, { words, photos }) {
    const order = orderInForce(ticket)!
    const answer = { words, photos, at: now, byId: actor.id }
    return {
      set: { orders: withOrder(ticket, order, { state: 'answered', answer }) },
      words,
      photos,
      internal: true,
      facts: { grade: order.grade },
      tell: [
        {
          to: SUPERVISION,
          title: '督查令已答复',
          words: `编号 ${ticket.number} 的${gradeName(order.grade)}已经答复，请审看后解除或升级。`,
        },
      ],
    }
  },
})

export const liftOrder = decision('ticket.liftOrder', {
  also: ANY,
  blocked: ({ ticket }) => (orderInForce(ticket) ? undefined : '没有可以解除的督查令'),
  decide(c, { words }) {
    const { ticket } = c
    const order = orderInForce(ticket)!
    return {
      set: { orders: withOrder(ticket, order, { state: 'lifted' }) },
      words,
      internal: true,
      facts: { grade: order.grade },
      tell: toUnit(
        c,
        order.unitId,
        '督查令已解除',
        `编号 ${ticket.number} 的${gradeName(order.grade)}已经解除。`,
      ),
    }
  },
})
