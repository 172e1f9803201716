import type { Knowledge } from '../../knowledge/types'
import { isSensitive, kindOf } from '../access'
import type { Proposal } from '../../routing/types'
import { proposedAssignment } from '../proposed'
import type { Ticket } from '../types'
import type { Kind } from '../words'
import { dispatchProblem, type Assignment } from './dispatching'

/** What is done with the kinds that are no unit's to handle. */
const NOT_FOR_UNITS: Partial<Record<Kind, string>> = {
  suggestion: '建议由中心采集，不派单',
  praise: '表扬由中心转达，不派单',
}

/** R-D4: whether the category goes out by itself and the proposal reaches its threshold. */
export function isSureEnough(proposal: Proposal, knowledge: Knowledge): boolean {
  const category = knowledge.categories.find(({ id }) => id === proposal.categoryId.value)
  const confidence = Math.min(proposal.categoryId.confidence, proposal.leadUnitId.confidence)
  return category?.autoDispatch !== undefined && confidence >= category.autoDispatch.threshold
}

/**
 * Why an operator has to read this ticket before it goes to units as proposed, in words: it is major, from above,
 * sensitive, accuses somebody, is no unit's to handle, is possibly a duplicate, or may not go to these units at all.
 * Undefined: the proposal stands for itself.
 */
export function readingReason(
  ticket: Ticket,
  possiblyDuplicate: boolean,
  now: Date,
  knowledge: Knowledge,
): string | undefined {
  const { major, accused, superior } = ticket
  const kind = kindOf(ticket)
  const assignment = proposedAssignment(ticket)
  if (!assignment || !kind) return '没有派单建议，请先归类'
  if (major || superior) return '重大事项和上级交办件要先呈领导阅批'
  if (isSensitive(ticket)) return '保密件和举报件要先写转办摘要'
  if (accused.unitIds.length > 0 || accused.personIds.length > 0) return '写明了被反映的单位或个人'
  if (NOT_FOR_UNITS[kind]) return NOT_FOR_UNITS[kind]
  if (possiblyDuplicate) return '可能与别的事重复，请先看是不是同一件'
  return dispatchProblem(ticket, assignment, now, knowledge)
}

/**
 * R-D4: the proposal as a dispatch without an operator: only where the category allows it, the confidence reaches its
 * threshold, and nobody has to read it first. Undefined: an operator decides, with the proposal filled in.
 */
export function autoAssignment(
  ticket: Ticket,
  possiblyDuplicate: boolean,
  now: Date,
  knowledge: Knowledge,
): Assignment | undefined {
  const { proposal } = ticket
  if (!proposal || !isSureEnough(proposal, knowledge)) return undefined
  return readingReason(ticket, possiblyDuplicate, now, knowledge) === undefined
    ? proposedAssignment(ticket)
    : undefined
}
