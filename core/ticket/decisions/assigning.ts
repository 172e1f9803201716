import { isAccused } from '../access'
import { personKey } from '../audience'
import { ratersOf } from '../joined'
import type { Actor } from '../../people/types'
import { badField, decision, refuseIf } from './decision'

/** Who of the unit it is given to: the service loads and passes it beside the parsed input; absent: no such colleague. */
export type Assignee = Required<Pick<Actor, 'id' | 'role' | 'unitId' | 'name'>> & Pick<Actor, 'homeUnitId'>

const MAY_HANDLE: readonly string[] = ['handler', 'unitHead']

/**
 * R-P3: one person of the unit is named for it. It still waits for the whole unit, so that nothing waits on a person
 * who left; `assigneeOf` in the service shows who is no longer there.
 */
export const assign = decision('ticket.assign', {
  also: ['dispatched', 'handling'],
  decide({ ticket, actor, now, knowledge }, { personId, words, ...rest }) {
    const { assignee } = rest as { assignee?: Assignee }
    if (!assignee || assignee.unitId !== actor.unitId || !MAY_HANDLE.includes(assignee.role)) {
      badField('personId', '请选择本单位现在的工作人员')
    }
    if (ticket.assigned?.personId === personId) badField('personId', '已经由这位同事经办')
    refuseIf(
      (ratersOf(ticket).includes(personId) || isAccused(ticket, assignee, knowledge)) &&
        '这位同事与这件事有关，请选其他人',
    )
    const { name, unitId } = assignee
    return {
      set: { assigned: { personId, unitId, name, at: now } },
      words: [name, words].filter(Boolean).join('：'),
      internal: true,
      tell:
        personId === actor.id
          ? []
          : [
              {
                to: personKey(personId),
                title: '有事项交您经办',
                words: `编号 ${ticket.number} 由您经办，请查看。`,
              },
            ],
    }
  },
})
