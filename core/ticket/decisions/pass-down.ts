import { isAccusedUnit, unitName, unitOf } from '../../knowledge/units'
import { unitKey } from '../audience'
import { readableMoment } from '../moments'
import { badField, decision, refuseIf, type Context } from './decision'

/**
 * R-P2: the lead unit gives it to a unit right below, whose people sign, contact and note as the lead's do. The lead
 * still answers for it: its deadline, its head's result.
 */
export const passDown = decision('ticket.passDown', {
  also: ['dispatched', 'handling'],
  blocked: answersAbove,
  decide({ ticket, knowledge }, { unitId, words }) {
    if (unitOf(knowledge, unitId)?.parentId !== ticket.leadUnitId) {
      badField('unitId', '只能交给本单位直属的下级单位')
    }
    if (unitId === ticket.passedTo) badField('unitId', '已经交给这个单位了')
    if (ticket.coUnits.some((part) => part.unitId === unitId)) badField('unitId', '这个单位已经是协办单位')
    const { accused, clock, number } = ticket
    refuseIf(
      isAccusedUnit(knowledge, unitId, accused.unitIds) &&
        `${unitName(knowledge, unitId)}是被反映单位或其下属单位，不能承办，也不能让其知道`,
    )
    const by = clock.deadline ? `，请于 ${readableMoment(clock.deadline)} 前办好` : ''
    return {
      set: { passedTo: unitId },
      unset: ['assigned'],
      words,
      internal: true,
      facts: { unitId },
      tell: [
        {
          to: unitKey(unitId),
          title: '上级单位交办',
          words: `编号 ${number} 由上级单位交给你们承办${by}。`,
        },
      ],
    }
  },
})

/** Why somebody of the unit it was passed down to may not do what the unit above answers for. */
export function answersAbove({ ticket, actor }: Pick<Context, 'ticket' | 'actor'>): string | undefined {
  return ticket.passedTo !== undefined && ticket.passedTo === actor.unitId
    ? '这件事由上级单位负责，请上级单位的负责人办理这一步'
    : undefined
}
