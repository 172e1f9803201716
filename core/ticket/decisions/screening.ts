import { isAccusedUnit, unitOf } from '../../knowledge/units'
import { endOfWorkday } from '../workdays'
import { kindOf } from '../access'
import { centreName, centreUnitOf } from '../centre'
import { leaderKey, unitKey } from '../audience'
import type { Context } from './decision'
import { badField, decision, defined, refuseIf } from './decision'
import { appealBlocks } from './dispatching'
import { leadersInCharge } from './leaders'
import { standardRepliesFor, unlookedProblem } from '../standard-replies'
import type { TicketResult } from '../types'
import type { Channel } from '../words'
import { askedAtOnce } from './rating'

/** The centre's first look: E1, E3, E4, E5, E29. */

/** R-C5: a matter that was answered once and opened again leaves the figures only through E20. */
const openedAgain = ({ ticket }: Context): string | undefined =>
  ticket.round > 1 ? '这件事已经重新办理，请派单或直接答复' : undefined

const isKind = (c: Context, kind: 'suggestion' | 'praise'): boolean =>
  kindOf(c.ticket) === kind || c.ticket.proposal?.kind.value === kind

/** What the centre itself answers is kept with the results, so that the reporter reads it in the same place. */
const centresResult = (c: Context, found: string, done: string): TicketResult => ({
  round: c.ticket.round,
  at: c.now,
  unitId: centreUnitOf(c.ticket, c.knowledge),
  byId: c.actor.id,
  found,
  done,
  outcome: 'explained',
  photos: [],
  state: 'approved',
})

export const refuseTicket = decision('ticket.refuse', {
  blocked: (c) => appealBlocks(c) ?? openedAgain(c),
  decide({ ticket, actor, now, knowledge, calendar }, { reason, goTo }) {
    const appealUntil = endOfWorkday(now, knowledge.policies.appealDays, calendar)
    const appealed = ticket.refusal?.appealed ?? false
    return {
      edge: 'E1',
      set: { refusal: { reason, goTo, at: now, byId: actor.id, appealUntil, appealed } },
      words: goTo,
      facts: { reason },
    }
  },
})

/** Where somebody is still on the line or at the desk. */
const LIVE: readonly Channel[] = ['phone', 'visit', 'reception']

export const answer = decision('ticket.answer', {
  blocked: (c) =>
    appealBlocks(c) ?? (c.ticket.reporter ? undefined : '没有留下联系方式，无法直接答复，请派单办理'),
  decide(c, { words, asked }) {
    if (asked && !LIVE.includes(c.ticket.channel)) {
      badField('asked', '只有电话或当面答复时，才能当场请反映人评价')
    }
    const problem = unlookedProblem(words, standardRepliesFor(c.ticket, 'answer', c.knowledge))
    if (problem) badField('words', problem)
    return {
      edge: 'E3',
      set: defined({
        kind: kindOf(c.ticket),
        results: [
          ...c.ticket.results,
          centresResult(
            c,
            words,
            `由${centreName(c.knowledge, centreUnitOf(c.ticket, c.knowledge))}直接答复`,
          ),
        ],
      }),
      words,
    }
  },
  // E17, E18: "asked in the same call".
  then: (c, input) =>
    input.asked ? { id: 'ticket.recordCallback', change: askedAtOnce(c, input) } : undefined,
})

export const collect = decision('ticket.collect', {
  blocked: (c) =>
    appealBlocks(c) ?? openedAgain(c) ?? (isKind(c, 'suggestion') ? undefined : '只有建议才能采集'),
  decide({ ticket, knowledge }, { words }) {
    const leaders = ticket.urgent ? leadersInCharge(ticket, knowledge) : []
    return {
      edge: 'E4',
      set: { kind: 'suggestion', sentTo: [...new Set([...(ticket.sentTo ?? []), ...leaders])] },
      words,
      internal: true,
      tell: leaders.map((id) => ({
        to: leaderKey(id),
        title: '有一条紧急建议',
        words: `编号 ${ticket.number} 的建议比较紧急，请您看一看。`,
        urgent: true,
      })),
    }
  },
})

export const concludeSuggestion = decision('ticket.concludeSuggestion', {
  decide: (c, { adopted, words }) => ({
    edge: 'E5',
    set: {
      suggestion: { adopted, at: c.now },
      results: [...c.ticket.results, centresResult(c, words, adopted ? '建议已采纳' : '建议已记录留用')],
    },
    words,
    facts: { adopted },
  }),
})

export const passOnPraise = decision('ticket.passOnPraise', {
  blocked: (c) => appealBlocks(c) ?? openedAgain(c) ?? (isKind(c, 'praise') ? undefined : '只有表扬才能转达'),
  decide({ ticket, knowledge }, { unitId }) {
    if (unitId !== undefined && !unitOf(knowledge, unitId)) badField('unitId', '没有这个单位，请重新选择')
    refuseIf(isAccusedUnit(knowledge, unitId, ticket.accused.unitIds) && '这个单位是被反映单位，不能转给它')
    return {
      edge: 'E29',
      set: { kind: 'praise' },
      facts: defined({ unitId }),
      tell: unitId
        ? [
            {
              to: unitKey(unitId),
              title: '收到一份表扬',
              words: `有群众通过社情民意服务中心表扬了你们（编号 ${ticket.number}），特此转达。`,
            },
          ]
        : [],
    }
  },
})
