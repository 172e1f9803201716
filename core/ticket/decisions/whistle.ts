import { lineage, unitName, unitOf } from '../../knowledge/units'
import { centreKey, unitKey } from '../audience'
import { townshipOf } from '../centre'
import { coUnitDue } from '../deadlines'
import { readableMoment } from '../moments'
import type { Whistle } from '../types'
import { isOfTownship, pendingWhistle, whistleDue } from '../whistle'
import { unitsProblem } from './dispatching'
import { badField, decision, defined, refuseIf, type Change, type Context } from './decision'

/** R-D8 (吹哨报到): a township calls departments to a place for a matter it leads. */
export const whistle = decision('ticket.whistle', {
  also: ['dispatched', 'handling'],
  blocked({ ticket, actor, knowledge }) {
    if (!isOfTownship(knowledge, lineage(knowledge, actor.unitId))) return '只有乡镇（街道）可以吹哨'
    // A township's centre gives matters to nobody outside: calling the county's departments is the county's to confirm.
    if (townshipOf(ticket, knowledge)) return '要请县直部门到场，请先把这件事转报县中心'
    return pendingWhistle(ticket) ? '已经吹哨，请等中心确认' : undefined
  },
  decide(c, { unitIds, place, words }) {
    const { ticket, actor, now, knowledge } = c
    if (new Set(unitIds).size !== unitIds.length) badField('unitIds', '同一个部门选了两次')
    if (unitIds.some((id) => unitOf(knowledge, id)?.level !== 'department')) {
      badField('unitIds', '请选择县直部门')
    }
    refuseIf(problemOf(c, unitIds))
    const asked: Whistle = { unitId: actor.unitId ?? '', place, at: now, unitIds, state: 'asked' }
    const event = { words: `${place}：${words}`, internal: true, facts: { unitIds } }
    // R-D7: what is urgent does not wait for a confirmation.
    if (ticket.urgent) return { ...event, ...called(c, asked) }
    return {
      ...event,
      set: { whistle: asked },
      tell: [
        {
          to: centreKey(ticket, knowledge),
          title: '有吹哨待确认',
          words: `编号 ${ticket.number}：${unitName(knowledge, asked.unitId)}请部门到现场，请确认。`,
        },
      ],
    }
  },
})

export const confirmWhistle = decision('ticket.confirmWhistle', {
  also: ['dispatched', 'handling'],
  blocked: ({ ticket }) => (pendingWhistle(ticket) ? undefined : '没有待确认的吹哨'),
  decide(c, { grant, words }) {
    const { ticket } = c
    const asked = pendingWhistle(ticket)
    if (!asked) throw new Error('confirmed without a whistle')
    const event = { words, internal: true, facts: { grant } }
    if (grant) {
      refuseIf(problemOf(c, asked.unitIds))
      return { ...event, ...called(c, asked) }
    }
    const told = `编号 ${ticket.number} 的吹哨中心没有同意，请查看意见。`
    return {
      ...event,
      set: { whistle: { ...asked, state: 'refused' } },
      tell: [{ to: unitKey(asked.unitId), title: '吹哨没有同意', words: told }],
    }
  },
})

/** R-P5, R-D2: the departments become co-units, so what holds for those holds for them. */
function problemOf({ ticket, knowledge }: Context, unitIds: readonly string[]): string | undefined {
  const before = ticket.coUnits.map(({ unitId }) => unitId)
  const all = [...new Set([...before, ...unitIds])]
  return unitsProblem(ticket.accused.unitIds, ticket.leadUnitId ?? '', all, knowledge)
}

/** The departments join as co-units and are told where to be and by when. */
function called({ ticket, now, knowledge, calendar }: Context, asked: Whistle): Pick<Change, 'set' | 'tell'> {
  const due = whistleDue(ticket, now, knowledge)
  const { deadline } = ticket.clock
  const joining = asked.unitIds.filter((id) => !ticket.coUnits.some(({ unitId }) => unitId === id))
  const parts = joining.map((unitId) =>
    defined({ unitId, due: deadline && coUnitDue(now, deadline, calendar) }),
  )
  const by = unitName(knowledge, asked.unitId)
  const words = `编号 ${ticket.number}：${by}吹哨，请 ${readableMoment(due)} 前到现场报到。`
  return {
    set: {
      whistle: { ...asked, state: 'confirmed', called: { at: now, due } },
      coUnits: [...ticket.coUnits, ...parts],
    },
    tell: asked.unitIds.map((unitId) =>
      defined({
        to: unitKey(unitId),
        title: '乡镇吹哨，请到现场报到',
        words,
        template: ticket.urgent ? 'ticket.alert' : undefined,
        urgent: ticket.urgent || undefined,
      }),
    ),
  }
}
