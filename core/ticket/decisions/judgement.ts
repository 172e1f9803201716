import { kindOf } from '../access'
import { leaderKey } from '../audience'
import { townshipOf } from '../centre'
import { latestDeadline } from '../deadlines'
import type { Ticket } from '../types'
import { badField, decision, defined, type Change, type Context, type Telling } from './decision'
import { leadersInCharge } from './leaders'
import { dissatisfactions } from './rating'

/** E19, E20, E22, E24, E28: what becomes of a dissatisfied rating, and of a result that was not good enough. */

/** R-C4: from the third 不满意 on a meeting decides; after the fourth there is no redo any more. */
const MEETING_FROM = 3

const pending = ({ ticket }: Context): string | undefined =>
  ticket.judgement ? '已提请督查局认定，请等督查局的意见' : undefined

function checkDeadline({ now, knowledge }: Context, deadline: number | undefined): void {
  if (deadline === undefined) return
  if (deadline <= now.getTime()) badField('deadline', '办理期限要在现在之后')
  if (deadline > latestDeadline(now, knowledge).getTime()) {
    badField('deadline', `复杂事项最长 ${knowledge.policies.complexDays} 个工作日`)
  }
}

/** The next round: the same unit does it again, or where there never was one the centre decides anew. */
function nextRound(ticket: Ticket, edge: 'E19' | 'E22', deadline: number | undefined): Change {
  return {
    edge: ticket.leadUnitId ? edge : 'E24',
    set: { round: ticket.round + 1, keySupervision: true },
    unset: ['closedAt', 'judgement'],
    facts: defined({ round: ticket.round + 1, leadUnitId: ticket.leadUnitId, deadline }),
  }
}

export const redo = decision('ticket.redo', {
  blocked: (c) =>
    pending(c) ??
    (dissatisfactions(c.ticket.ratings) > MEETING_FROM
      ? '已经过最后一次重办，请按会议决定作出结论'
      : undefined),
  decide(c, { words, cause, deadline, meeting }) {
    const { ticket, knowledge } = c
    checkDeadline(c, deadline)
    const times = dissatisfactions(ticket.ratings)
    if (times >= MEETING_FROM && !meeting) badField('meeting', '第三次不满意后要由会议决定，请填写会议名称')
    const change = nextRound(ticket, 'E19', deadline)
    // R-C4: the second redo goes to the leader in charge as well.
    const leaders = times >= 2 ? leadersInCharge(ticket, knowledge) : []
    return {
      ...change,
      set: { ...change.set, ...(leaders.length > 0 && { sentTo: union(ticket.sentTo, leaders) }) },
      words,
      internal: true,
      facts: { ...change.facts, cause, ...(meeting && { meeting }) },
      tell: leaders.map((id) => aboutRedo(id, ticket)),
    }
  },
})

const union = (a: readonly string[] | undefined, b: readonly string[]): string[] => [
  ...new Set([...(a ?? []), ...b]),
]

const aboutRedo = (leaderId: string, { number }: Ticket): Telling => ({
  to: leaderKey(leaderId),
  title: '有事项再次重办',
  words: `编号 ${number} 的事项反映人多次不满意，已再次交办，请您关注。`,
})

/** R-P7: these are two people; the table of edges names the second. */
export const proposeUnreasonable = decision('ticket.proposeUnreasonable', {
  also: ['inJudgement'],
  blocked: pending,
  decide: ({ actor, now }, { words }) => ({
    set: { judgement: { unreasonable: { byId: actor.id, words, at: now } } },
    words,
    internal: true,
  }),
})

export const concurUnreasonable = decision('ticket.concurUnreasonable', {
  also: ['inJudgement'],
  blocked({ ticket, actor }) {
    if (!ticket.judgement) return '办理员还没有提请认定'
    return ticket.judgement.unreasonable.byId === actor.id ? '提请和认定要由两个人办理' : undefined
  },
  decide({ ticket }, { concur, words }) {
    if (!concur) {
      return defined({ unset: ['judgement' as const], words, internal: true, facts: { concur: false } })
    }
    // What the reporter reads is the explanation the first person wrote.
    return {
      edge: 'E20',
      words: ticket.judgement?.unreasonable.words,
      facts: { concur: true },
    }
  },
})

export const orderRedo = decision('ticket.orderRedo', {
  blocked({ ticket }) {
    const kind = kindOf(ticket)
    if (ticket.suggestion || kind === 'praise') return '建议和表扬不重办'
    return ticket.status === 'awaitingRating' && !ticket.leadUnitId
      ? '这件事由中心直接答复，请在反映人评价之后再决定'
      : undefined
  },
  decide(c, { words, deadline }) {
    checkDeadline(c, deadline)
    return { ...nextRound(c.ticket, 'E22', deadline), words, internal: true }
  },
})

export const conclude = decision('ticket.conclude', {
  blocked: (c) =>
    pending(c) ??
    (townshipOf(c.ticket, c.knowledge) ? '会议的结论由县中心办，请先交县中心办' : undefined) ??
    (dissatisfactions(c.ticket.ratings) < MEETING_FROM ? '第三次不满意之后，才能由会议作出结论' : undefined),
  decide: (_, { words, meeting }) => ({ edge: 'E28', words, facts: { meeting } }),
})
