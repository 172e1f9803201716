import { personKey } from '../audience'
import { badField, decision, defined } from './decision'

/** R-H1: on site, with place and photo; of an urgent matter it settles the arrival due (R-D7). */
export const checkIn = decision('ticket.checkIn', {
  also: ['dispatched', 'handling'],
  decide({ ticket, actor, now }, { point, photos, words }) {
    if (photos.length === 0) badField('photos', '请至少拍一张现场照片')
    const { number, reporter, round } = ticket
    const arrival = defined({ round, unitId: actor.unitId ?? '', byId: actor.id, at: now, point })
    return {
      set: { arrivals: [...(ticket.arrivals ?? []), arrival] },
      words,
      photos,
      facts: { unitId: arrival.unitId },
      tell: reporter
        ? [
            {
              to: personKey(reporter.personId),
              title: '工作人员已到现场',
              words: `您反映的事项（${number}），工作人员已到现场查看。`,
              template: 'ticket.progress',
            },
          ]
        : [],
    }
  },
})
