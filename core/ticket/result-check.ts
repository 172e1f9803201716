import type { Knowledge } from '../knowledge/types'
import { isSensitive } from './access'
import { isWithoutReporter } from './audience'
import { lettersOf } from './letters'
import type { Ticket, TicketResult } from './types'

/**
 * R-H5: what is wrong with a result, in words; empty when nothing is. The plainly empty is refused when handed in; the
 * rest is shown to the reviewer, who may overrule with words. Rules of thumb that a person checks, not a judgement.
 */
export type Judged = Pick<TicketResult, 'found' | 'done' | 'contact' | 'round'>

/** Phrases that say nothing by themselves. */
const EMPTY_PHRASES =
  /已(经)?(处理|办理|办结|解决|转告|转达|核实|知晓|收到)|情况属实|正在(处理|办理|核实)|依法(依规)?|按(照)?(规定|要求|政策)|相关(部门|规定|情况|工作)|高度重视|认真(调查|核实|处理|办理)|及时|进一步|加强(管理|监管)/g
/** Words of every ticket, which prove nothing about this one. */
const COMMON = new Set(
  '我们 你们 他们 群众 反映 问题 情况 希望 请求 有关 部门 一个 没有 现在 已经 处理 解决 进行 联系 工作 尽快 领导'.split(
    ' ',
  ),
)
const SAME = 0.9
const TOUCHES = 2

/** Too little to be a result at all: refused at E14. */
export function emptyProblems(result: Judged, ticket: Ticket, knowledge: Knowledge): string[] {
  const least = knowledge.policies.resultMinLength
  return present([
    lettersOf(result.found).length < least && `调查情况太短，请至少写 ${least} 个字`,
    lettersOf(result.done).length < least && `办理情况太短，请至少写 ${least} 个字`,
    needsContact(ticket) && !wasContacted(result, ticket) && '还没有与反映人联系，请先联系并写明沟通情况',
  ])
}

/** Everything R-H5 catches. `others`: results of other tickets of the same unit, to notice copies. */
export function resultProblems(
  result: Judged,
  ticket: Ticket,
  knowledge: Knowledge,
  others: readonly Pick<TicketResult, 'found' | 'done'>[] = [],
): string[] {
  const least = knowledge.policies.resultMinLength
  const before = ticket.results.filter(({ round }) => round < result.round)
  return present([
    ...emptyProblems(result, ticket, knowledge),
    substance(result.found) < least / 2 && '没有写清查到了什么',
    substance(result.done) < least / 2 && '没有写清做了什么',
    [...before, ...others].some((other) => likeness(textOf(other), textOf(result)) >= SAME) &&
      '与以前的办理结果几乎一样',
    !touches(result, ticket) && '没有回应反映的事情',
  ])
}

/** R-H1: anonymous: not applicable. R-P5: a unit does not contact the reporter of a sensitive ticket. */
const needsContact = (ticket: Ticket): boolean => !isWithoutReporter(ticket) && !isSensitive(ticket)

const wasContacted = (result: Judged, ticket: Ticket): boolean =>
  lettersOf(result.contact ?? '').length > 0 ||
  (ticket.contacts ?? []).some(({ round }) => round === result.round)

/** How many characters are left when the phrases that say nothing are taken out. */
const substance = (text: string): number => lettersOf(text.replace(EMPTY_PHRASES, '')).length

const textOf = ({ found, done }: Pick<TicketResult, 'found' | 'done'>): string => lettersOf(found + done)

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2))
  return found
}

/** Shared pairs of characters over all of them (Jaccard), 0…1. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

/** At least two telling pairs of characters of the matter come back in the result. */
function touches(result: Judged, ticket: Ticket): boolean {
  const answer = pairs(textOf(result))
  const asked = pairs(lettersOf(ticket.words + (ticket.summary ?? '')))
  return [...asked].filter((pair) => !COMMON.has(pair) && answer.has(pair)).length >= TOUCHES
}

const present = (values: (string | false)[]): string[] =>
  values.filter((value): value is string => value !== false)
