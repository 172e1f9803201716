import { isFree } from './leaders'
import { badField, type Context } from './decision'

/**
 * R-H7: a leader may sign on paper. An operator then records E9, E10 or E16 for the leader the matter was sent to, with
 * a photo of the signed sheet; the event is the operator's and says so.
 */

/** Whether whoever acts here records what the named leader signed on paper. */
export const isOnPaper = ({ ticket, relation }: Context): boolean =>
  relation === 'centre' && ticket.major !== undefined

/** Why nothing can be recorded for this leader, in words. @param signs whether it takes the right to sign major matters */
export function paperBlocks({ ticket, knowledge }: Context, signs: boolean): string | undefined {
  const leader = knowledge.leaders.find(({ personId }) => personId === ticket.major?.leaderId)
  if (!leader || !isFree(ticket, leader.personId)) return '这件事没有可以阅批的领导，请另行呈批'
  return signs && leader.signMajor === false ? '这位领导没有审签重大事项的权限，请另行呈批' : undefined
}

/** What the event keeps of it. @throws AppError INVALID_INPUT without a photo of the signed sheet */
export function paperFacts(c: Context, photos: readonly string[]): { paper?: true; leaderId?: string } {
  if (!isOnPaper(c)) return {}
  if (photos.length === 0) badField('photos', '请拍下领导签字的呈批单或审签单')
  return { paper: true, leaderId: c.ticket.major?.leaderId }
}
