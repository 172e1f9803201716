import { isAccusedUnit, isLoneWithoutPower, lineage, unitName, unitOf } from '../../knowledge/units'
import type { Knowledge } from '../../knowledge/types'
import { isSensitive } from '../access'
import { outsideProblem } from '../centre'
import { latestDeadline } from '../deadlines'
import { withinSuperior } from '../superior'
import type { Ticket } from '../types'
import type { HandlingClass, Kind } from '../words'
import { badField, decision, defined, refuseIf, type Change, type Context } from './decision'

/** E11 and what it shares with E9 and the system's dispatches: who may get a ticket, and on what terms. */
export interface Assignment {
  kind?: Kind
  categoryId: string
  leadUnitId: string
  coUnitIds: readonly string[]
  handlingClass: HandlingClass
  deadline?: number
  summary?: string
}

/** Why this ticket may not go to these units, in words; undefined: it may (R-P5, R-D2). */
export function unitsProblem(
  accusedUnitIds: readonly string[],
  leadUnitId: string,
  coUnitIds: readonly string[],
  knowledge: Knowledge,
): string | undefined {
  const lead = unitOf(knowledge, leadUnitId)
  if (!lead || coUnitIds.some((id) => !unitOf(knowledge, id))) return '没有这个单位，请重新选择'
  if (lead.level === 'county' || lead.id === knowledge.county.centreUnitId) {
    return '请选择具体的承办单位作为主办单位'
  }
  if (coUnitIds.includes(leadUnitId)) return '主办单位不能同时是协办单位'
  if (new Set(coUnitIds).size !== coUnitIds.length) return '同一个协办单位选了两次'
  const accused = [leadUnitId, ...coUnitIds].find((id) => isAccusedUnit(knowledge, id, accusedUnitIds))
  if (accused) return `${unitName(knowledge, accused)}是被反映单位或其下属单位，不能承办，也不能让其知道`
  return isLoneWithoutPower(knowledge, leadUnitId, coUnitIds)
    ? `${lead.name}没有执法权，不能单独承办，请加上有执法权的协办单位`
    : undefined
}

/** So many characters in a row are a quotation, not a summary. */
const QUOTED = 20

/** R-P5: units of a sensitive ticket read the operator's summary, never the reporter's words. */
export function summaryProblem(
  ticket: Pick<Ticket, 'words'>,
  summary: string | undefined,
): string | undefined {
  if (!summary) return '保密件和举报件请写转办摘要，承办单位只看摘要，看不到原话和照片'
  for (let i = 0; i + QUOTED <= ticket.words.length; i++) {
    if (summary.includes(ticket.words.slice(i, i + QUOTED))) {
      return '转办摘要请换一种说法，不要照抄反映人的原话'
    }
  }
  return undefined
}

/** R-P5: a tip-off is looked into by a superior of the accused or by the supervision bureau, as far as one is free. */
export function tipOffProblem(
  { accused: { unitIds } }: Pick<Ticket, 'accused'>,
  kind: Kind | undefined,
  leadUnitId: string,
  knowledge: Knowledge,
): string | undefined {
  if (kind !== 'report' || unitIds.length === 0) return undefined
  const above = [
    knowledge.county.supervisionUnitId,
    ...unitIds.flatMap((id) => lineage(knowledge, id).slice(1)),
  ]
  const free = above.filter(
    (id) => unitOf(knowledge, id)?.level !== 'county' && !isAccusedUnit(knowledge, id, unitIds),
  )
  return free.length === 0 || free.includes(leadUnitId)
    ? undefined
    : '举报件请交被举报单位的上级单位或督查局核查'
}

/** Why this ticket may not be dispatched like this, in words; undefined: it may. */
export function dispatchProblem(
  ticket: Ticket,
  a: Assignment,
  now: Date,
  knowledge: Knowledge,
): string | undefined {
  const category = knowledge.categories.find(({ id }) => id === a.categoryId)
  if (!category) return '没有这个类别，请重新选择'
  if (knowledge.categories.some(({ parentId }) => parentId === a.categoryId)) return '请选择更具体的类别'
  const sensitive = isSensitive({ ...ticket, kind: a.kind ?? ticket.kind })
  const summary = sensitive ? summaryProblem(ticket, a.summary ?? ticket.summary) : undefined
  if (summary) return summary
  if (a.deadline !== undefined && a.deadline <= now.getTime()) return '办理期限要在现在之后'
  return unitsProblem(ticket.accused.unitIds, a.leadUnitId, a.coUnitIds, knowledge)
}

/**
 * The part of a change that gives the ticket to its units. Call after `dispatchProblem` found none. What leaves its
 * township (only the system sends it so) becomes the county's, whose centre reviews it.
 */
export function assign(ticket: Ticket, a: Assignment, knowledge: Knowledge): Change {
  return {
    ...(outsideProblem(ticket, [a.leadUnitId], knowledge) && { unset: ['centreUnitId' as const] }),
    set: defined({
      kind: a.kind ?? ticket.kind ?? ticket.proposal?.kind.value,
      categoryId: a.categoryId,
      leadUnitId: a.leadUnitId,
      coUnits: a.coUnitIds.map((unitId) => ({ unitId })),
      handlingClass: a.handlingClass,
      summary: a.summary ?? ticket.summary,
    }),
    facts: defined({
      leadUnitId: a.leadUnitId,
      coUnitIds: [...a.coUnitIds],
      categoryId: a.categoryId,
      handlingClass: a.handlingClass,
      deadline: a.deadline,
    }),
  }
}

/** R-P7: after an appeal the operator who refused stands back until somebody else has decided. */
export function appealBlocks({ ticket, actor }: Context): string | undefined {
  const refused =
    ticket.status === 'submitted' && ticket.refusal?.appealed && ticket.refusal.byId === actor.id
  return refused ? '这是对您不予受理决定的申诉，要由另一位办理员办理' : undefined
}

export const dispatch = decision('ticket.dispatch', {
  blocked: (c) =>
    appealBlocks(c) ??
    (c.ticket.superior && !c.ticket.instruction ? '上级交办件要先呈领导阅批，再交单位办理' : undefined),
  decide({ ticket, now, knowledge }, input) {
    const { deadline, handlingClass, seen } = input
    refuseIf(seen !== undefined && seen !== ticket.head.seq && '这件事刚有新的变化，请看过再派')
    if (deadline !== undefined && handlingClass !== 'fixed') {
      badField('deadline', '只有限期办理才需要写办理期限')
    }
    if (deadline !== undefined && deadline > latestDeadline(now, knowledge).getTime()) {
      badField('deadline', `复杂事项最长 ${knowledge.policies.complexDays} 个工作日`)
    }
    refuseIf(
      outsideProblem(ticket, [input.leadUnitId, ...input.coUnitIds], knowledge) ??
        dispatchProblem(ticket, input, now, knowledge) ??
        tipOffProblem(ticket, input.kind, input.leadUnitId, knowledge),
    )
    return {
      ...assign(ticket, withinSuperior(ticket, input, now, knowledge), knowledge),
      edge: 'E11',
      words: input.words,
      internal: true,
    }
  },
})

export const reassign = decision('ticket.reassign', {
  decide: (_, { words }) => ({ edge: 'E27', words, internal: true }),
})
