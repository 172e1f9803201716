import { isAccusedUnit, unitOf } from '../../knowledge/units'
import { centreKey, countyCentreKey } from '../audience'
import { centreName, townshipOf } from '../centre'
import { isTerminal } from '../edges'
import type { Ticket } from '../types'
import { STATUSES, type Status } from '../words'
import { badField, decision, refuseIf, type Context } from './decision'

/** Section 1: a ticket changes between the county's centre and a township's own. Nobody else's part in it changes. */

const OPEN = (Object.keys(STATUSES) as Status[]).filter((status) => !isTerminal(status))

/** By the township, whatever is not for it to settle; or by the county, which may take any ticket over. */
export const sendUp = decision('ticket.sendUp', {
  also: OPEN,
  blocked: (c) => (townshipOf(c.ticket, c.knowledge) ? undefined : '这件事已经由县中心办'),
  decide({ ticket, relation, knowledge }, { words }) {
    const { number } = ticket
    const telling =
      relation === 'countyCentre'
        ? {
            to: centreKey(ticket, knowledge),
            title: '县中心收回一件事项',
            words: `编号 ${number} 改由县中心办。`,
          }
        : {
            to: countyCentreKey(knowledge),
            title: '乡镇中心上交一件事项',
            words: `编号 ${number} 已交县中心办。`,
          }
    return {
      unset: ['centreUnitId'],
      words,
      internal: true,
      facts: { centreUnitId: knowledge.county.centreUnitId },
      tell: [telling],
    }
  },
})

/** Before anybody has it: what a township's centre can settle by itself. */
export const sendDown = decision('ticket.sendDown', {
  also: ['submitted'],
  blocked: keptByCounty,
  decide({ ticket, knowledge }, { unitId, words }) {
    if (unitOf(knowledge, unitId)?.level !== 'township') badField('unitId', '没有这个乡镇，请重新选择')
    refuseIf(
      isAccusedUnit(knowledge, unitId, ticket.accused.unitIds) &&
        '这个乡镇是被反映单位，不能办，也不能让其知道',
    )
    const next: Ticket = { ...ticket, centreUnitId: unitId }
    return {
      set: { centreUnitId: unitId },
      words,
      internal: true,
      facts: { centreUnitId: unitId },
      tell: [
        {
          to: centreKey(next, knowledge),
          title: '县中心交来一件事项',
          words: `编号 ${ticket.number} 由${centreName(knowledge, unitId)}办。`,
        },
      ],
    }
  },
})

function keptByCounty({ ticket, knowledge }: Context): string | undefined {
  if (townshipOf(ticket, knowledge)) return '这件事已经由乡镇中心办'
  if (ticket.superior || ticket.instruction || ticket.major) return '上级交办、领导批示和重大事项由县中心办'
  // R-T9: a township's centre could not ask the others, whose tickets are the county's.
  return ticket.others?.length ? '还有别人的诉求并在这件事里，请先撤销并案' : undefined
}
