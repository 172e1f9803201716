import { unratedBy, verdictOf } from '../joined'
import { owesReply } from '../superior'
import { decision } from './decision'

/** A matter from above: that the reply went up. Where everybody has rated already, that is what closes it (E17). */
export const replyUpward = decision('ticket.replyUpward', {
  also: ['submitted', 'inReview', 'awaitingRating', 'inJudgement', 'collected'],
  blocked({ ticket }) {
    if (!ticket.superior) return '只有上级交办件才需要回复上级'
    return owesReply(ticket) ? undefined : '这一轮已经记录回复上级'
  },
  decide({ ticket, now }, { words, photos }) {
    const { superior, status, round } = ticket
    const isRated =
      status === 'awaitingRating' && unratedBy(ticket).length === 0 && verdictOf(ticket) === 'E17'
    return {
      edge: isRated ? 'E17' : undefined,
      set: superior && { superior: { ...superior, replied: { round, at: now } } },
      words,
      photos,
      internal: true,
    }
  },
})
