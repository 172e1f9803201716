import { isSensitive } from '../access'
import { leaderKey, SUPERVISION } from '../audience'
import { townshipOf } from '../centre'
import { assign, appealBlocks, dispatchProblem, summaryProblem } from './dispatching'
import { badField, decision, defined, refuseIf, type Context } from './decision'
import { isFree } from './leaders'
import { isOnPaper, paperBlocks, paperFacts } from './paper'
import { withinSuperior } from '../superior'

/** E8–E10: a major matter goes to a leader, who instructs or sends it back. */

export const escalate = decision('ticket.escalate', {
  blocked: (c) =>
    appealBlocks(c) ??
    (townshipOf(c.ticket, c.knowledge) ? '呈县领导的事项由县中心办，请先交县中心办' : undefined),
  decide({ ticket, knowledge }, { leaderId, words, said, summary }) {
    const leader = knowledge.leaders.find(({ personId }) => personId === leaderId)
    if (!leader) badField('leaderId', '没有这位领导，请重新选择')
    refuseIf(!isFree(ticket, leaderId) && '这位领导与这件事有关，请呈其他领导')
    refuseIf(leader.signMajor === false && '这位领导没有审签重大事项的权限，请呈其他领导')
    refuseIf(isSensitive(ticket) && summaryProblem(ticket, summary ?? ticket.summary))
    return {
      edge: 'E8',
      set: defined({
        major: defined({ leaderId, said }),
        sentTo: [...new Set([...(ticket.sentTo ?? []), leaderId])],
        summary: summary ?? ticket.summary,
      }),
      words,
      internal: true,
      facts: { leaderId },
      tell: [
        {
          to: leaderKey(leaderId),
          title: '有事项呈您阅批',
          words: `编号 ${ticket.number} 的重大事项呈您阅批。`,
        },
      ],
    }
  },
})

/** The leader it was sent to, or R-H7 an operator who records what that leader wrote on paper. */
function notTheirs(c: Context, signs: boolean): string | undefined {
  if (isOnPaper(c)) return paperBlocks(c, signs)
  const { ticket, actor } = c
  if (ticket.major?.leaderId !== actor.id) return '这件事由另一位领导阅批'
  return signs && !actor.signMajor ? '您还没有审签重大事项的权限，可以退回中心另行呈批' : undefined
}

export const instruct = decision('ticket.instruct', {
  blocked: (c) => notTheirs(c, true),
  decide(c, { words, leadUnitId, coUnitIds, deadline, photos = [] }) {
    const { ticket, actor, now, knowledge } = c
    const paper = paperFacts(c, photos)
    const leaderId = paper.leaderId ?? actor.id
    const categoryId = ticket.categoryId ?? ticket.proposal?.categoryId.value ?? ''
    const category = knowledge.categories.find(({ id }) => id === categoryId)
    const assignment = {
      categoryId,
      leadUnitId,
      coUnitIds,
      handlingClass:
        deadline !== undefined
          ? ('fixed' as const)
          : (ticket.proposal?.handlingClass.value ?? category?.handlingClass ?? 'fixed'),
      deadline,
    }
    refuseIf(dispatchProblem(ticket, assignment, now, knowledge))
    const change = assign(ticket, withinSuperior(ticket, assignment, now, knowledge), knowledge)
    return {
      ...change,
      edge: 'E9',
      set: { ...change.set, instruction: { leaderId, words, at: now }, keySupervision: true },
      words,
      photos,
      facts: { ...change.facts, ...paper },
      internal: true,
      tell: [
        {
          to: SUPERVISION,
          title: '领导批示件列入重点督办',
          words: `编号 ${ticket.number} 已有领导批示，列入重点督办。`,
        },
      ],
    }
  },
})

export const returnToCentre = decision('ticket.returnToCentre', {
  blocked: (c) => notTheirs(c, false),
  // The centre decides anew; the leader no longer signs the result off, but keeps seeing what was sent to them.
  decide: (c, { words, photos = [] }) => ({
    edge: 'E10',
    unset: ['major'],
    words,
    photos,
    internal: true,
    facts: paperFacts(c, photos),
  }),
})
