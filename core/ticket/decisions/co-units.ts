import { lineage, unitName } from '../../knowledge/units'
import { centreKey, unitKey } from '../audience'
import type { CoUnit, Ticket } from '../types'
import { decision, type Context } from './decision'

/** R-H3: each co-unit answers for its own part, by its own date. */

const WITH_UNITS = ['dispatched', 'handling'] as const

/** The part this person speaks for: their unit's, or that of a unit below the head. */
function partOf({ ticket, actor, knowledge }: Context): CoUnit {
  const { coUnits } = ticket
  const part =
    coUnits.find(({ unitId }) => unitId === actor.unitId) ??
    coUnits.find(({ unitId }) => lineage(knowledge, unitId).includes(actor.unitId ?? ''))
  if (!part) throw new Error(`${actor.id} has no part in it`)
  return part
}

const withPart = (ticket: Ticket, part: CoUnit): CoUnit[] =>
  ticket.coUnits.map((one) => (one.unitId === part.unitId ? part : one))

export const coUnitPart = decision('ticket.coUnitPart', {
  also: WITH_UNITS,
  blocked: (c) => (partOf(c).doneAt ? '协办部分已经报送，以后的情况请写进展' : undefined),
  decide(c, { words, photos }) {
    const { ticket, now, knowledge } = c
    const part = partOf(c)
    return {
      set: { coUnits: withPart(ticket, { ...part, doneAt: now }) },
      words,
      photos,
      internal: true,
      facts: { unitId: part.unitId },
      tell: ticket.leadUnitId
        ? [
            {
              to: unitKey(ticket.leadUnitId),
              title: '协办单位已报送',
              words: `编号 ${ticket.number} 的协办部分，${unitName(knowledge, part.unitId)}已经报送。`,
            },
          ]
        : [],
    }
  },
})

export const coUnitObject = decision('ticket.coUnitObject', {
  also: WITH_UNITS,
  blocked(c) {
    const { doneAt, objectedAt } = partOf(c)
    if (doneAt) return '协办部分已经报送，不能再提异议'
    return objectedAt ? '异议只能提一次' : undefined
  },
  decide(c, { words }) {
    const { ticket, now, knowledge } = c
    const part = partOf(c)
    return {
      set: { coUnits: withPart(ticket, { ...part, objectedAt: now }) },
      words,
      internal: true,
      facts: { unitId: part.unitId },
      tell: [
        {
          to: centreKey(ticket, knowledge),
          title: '协办单位有异议',
          words: `编号 ${ticket.number} 的协办，${unitName(knowledge, part.unitId)}有异议，请研究是否改派。`,
        },
      ],
    }
  },
})
