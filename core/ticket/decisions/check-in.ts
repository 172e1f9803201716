import { unitName } from '../../knowledge/units'
import type { Knowledge } from '../../knowledge/types'
import { personKey, unitKey } from '../audience'
import type { Ticket } from '../types'
import { isAwaited } from '../whistle'
import { badField, decision, defined, type Telling } from './decision'

/** R-H1: on site, with place and photo; of an urgent matter it settles the arrival due (R-D7), of a whistle the report-in (R-D8). */
export const checkIn = decision('ticket.checkIn', {
  also: ['dispatched', 'handling'],
  decide({ ticket, actor, now, knowledge }, { point, photos, words }) {
    if (photos.length === 0) badField('photos', '请至少拍一张现场照片')
    const { number, reporter, round } = ticket
    const reports = isAwaited(ticket, actor.unitId, now)
    const arrival = defined({ round, unitId: actor.unitId ?? '', byId: actor.id, at: now, point })
    return {
      set: { arrivals: [...(ticket.arrivals ?? []), arrival] },
      words,
      photos,
      facts: defined({ unitId: arrival.unitId, whistle: reports || undefined }),
      tell: [
        ...(reports ? reported(ticket, arrival.unitId, knowledge) : []),
        ...(reporter
          ? [
              {
                to: personKey(reporter.personId),
                title: '工作人员已到现场',
                words: `您反映的事项（${number}），工作人员已到现场查看。`,
                template: 'ticket.progress',
              },
            ]
          : []),
      ],
    }
  },
})

/** R-D8: whoever called hears who has come. */
const reported = ({ number, whistle }: Ticket, unitId: string, knowledge: Knowledge): Telling[] =>
  whistle
    ? [
        {
          to: unitKey(whistle.unitId),
          title: '部门已到现场报到',
          words: `编号 ${number}：${unitName(knowledge, unitId)}已到现场报到。`,
        },
      ]
    : []
