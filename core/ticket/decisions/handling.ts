import { isAccusedUnit, unitOf } from '../../knowledge/units'
import { isSensitive, isUnitReader } from '../access'
import { centreKey, personKey } from '../audience'
import { returnBy } from '../deadlines'
import { isTerminal } from '../edges'
import { STATUSES, type Status } from '../words'
import { answersAbove } from './pass-down'
import { badField, decision, defined, refuseIf, type Context } from './decision'

/** The unit's part: E12, E13, notes and first contact. */

export const sign = decision('ticket.sign', { decide: () => ({ edge: 'E12' }) })

export const returnTicket = decision('ticket.returnTicket', {
  blocked(c) {
    const { ticket, now, knowledge } = c
    const above = answersAbove(c)
    if (above) return above
    if (ticket.instruction) return '这件事由领导指定承办单位，不能退单'
    if (ticket.returnedOnce) return '这件事已经退过一次，由中心指定承办单位，不能再退'
    const until =
      ticket.clock.dispatchedAt && returnBy(ticket.clock.dispatchedAt, ticket.handlingClass, knowledge)
    return until && now <= until ? undefined : '已经过了退单时限'
  },
  decide({ ticket, knowledge }, { ground, basis, suggestedUnitId }) {
    if (suggestedUnitId !== undefined && !unitOf(knowledge, suggestedUnitId)) {
      badField('suggestedUnitId', '没有这个单位，请重新选择')
    }
    refuseIf(isAccusedUnit(knowledge, suggestedUnitId, ticket.accused.unitIds) && '建议的单位不能承办这件事')
    return {
      edge: 'E13',
      set: { returnedOnce: true },
      words: basis,
      internal: true,
      facts: defined({ ground, suggestedUnitId, unitId: ticket.leadUnitId }),
    }
  },
})

const OPEN = (Object.keys(STATUSES) as Status[]).filter((status) => !isTerminal(status))
/** A unit has something to report from dispatch until its result is decided. */
const WITH_UNIT: readonly Status[] = ['dispatched', 'handling', 'awaitingReporter', 'inReview']

export const note = decision('ticket.note', {
  also: OPEN,
  blocked: ({ ticket, relation }) =>
    isUnitReader(relation) && !WITH_UNIT.includes(ticket.status) ? '现在不在承办阶段，不能写进展' : undefined,
  decide({ ticket, relation }, { words, photos, open }) {
    refuseIf(open && relation === 'supervision' && '督查意见只在内部记录')
    refuseIf(
      open && isUnitReader(relation) && isSensitive(ticket) && '保密件和举报件的进展请由中心转告反映人',
    )
    const reporter = open && ticket.reporter
    return {
      words,
      photos,
      internal: !open,
      tell: reporter
        ? [
            {
              to: personKey(reporter.personId),
              title: '您反映的事项有新进展',
              words: `编号 ${ticket.number} 有新的进展，请查看。`,
            },
          ]
        : [],
    }
  },
})

const relayed = ({ ticket, relation }: Context): boolean => isSensitive(ticket) && relation !== 'centre'

export const firstContact = decision('ticket.firstContact', {
  also: ['handling'],
  blocked(c) {
    const { ticket, relation } = c
    if (!ticket.reporter) return '匿名件没有反映人可以联系'
    if (relation === 'centre' && !isSensitive(ticket)) return '首次联系由承办单位完成'
    const made = (ticket.contacts ?? []).filter(({ round }) => round === ticket.round)
    // Asking the centre to relay is the unit's part; the centre's own contact still has to follow.
    return made.some(({ how }) => (how === 'throughCentre') === relayed(c))
      ? '这一轮已经记下首次联系，以后的沟通请写进展'
      : undefined
  },
  decide(c, { how, words }) {
    const { ticket, actor, now, knowledge } = c
    refuseIf(relayed(c) && how !== 'throughCentre' && '保密件和举报件请由中心转达，不直接联系反映人')
    return {
      set: {
        contacts: [...(ticket.contacts ?? []), { round: ticket.round, at: now, how, byId: actor.id }],
      },
      words,
      facts: { how },
      tell:
        how === 'throughCentre'
          ? [
              {
                to: centreKey(ticket, knowledge),
                title: '请向反映人转达',
                words: `编号 ${ticket.number} 的承办单位请中心向反映人转达，请查看并联系。`,
              },
            ]
          : [],
    }
  },
})
