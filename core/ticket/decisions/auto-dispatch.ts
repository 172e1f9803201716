import type { Knowledge } from '../../knowledge/types'
import { isSensitive, kindOf } from '../access'
import type { Proposal } from '../../routing/types'
import type { Ticket } from '../types'
import type { Kind } from '../words'
import { dispatchProblem, type Assignment } from './dispatching'

/** Suggestions are collected, praise is passed on; only these are a unit's to handle. */
const FOR_UNITS: readonly Kind[] = ['consult', 'help', 'complaint']

/** R-D4: whether the category goes out by itself and the proposal reaches its threshold. */
export function isSureEnough(proposal: Proposal, knowledge: Knowledge): boolean {
  const category = knowledge.categories.find(({ id }) => id === proposal.categoryId.value)
  const confidence = Math.min(proposal.categoryId.confidence, proposal.leadUnitId.confidence)
  return category?.autoDispatch !== undefined && confidence >= category.autoDispatch.threshold
}

/**
 * R-D4: the proposal as a dispatch without an operator: only where the category allows it, the confidence reaches its
 * threshold, and the matter is not major, not from above, not sensitive, accuses nobody and is not possibly a duplicate. Undefined: an
 * operator decides, with the proposal filled in.
 */
export function autoAssignment(
  ticket: Ticket,
  possiblyDuplicate: boolean,
  now: Date,
  knowledge: Knowledge,
): Assignment | undefined {
  const { proposal, major, accused, superior } = ticket
  const kind = kindOf(ticket)
  if (!proposal || !kind || !FOR_UNITS.includes(kind)) return undefined
  if (major || superior || isSensitive(ticket) || possiblyDuplicate) return undefined
  if (accused.unitIds.length > 0 || accused.personIds.length > 0) return undefined
  if (!isSureEnough(proposal, knowledge)) return undefined
  const assignment: Assignment = {
    kind,
    categoryId: proposal.categoryId.value,
    leadUnitId: proposal.leadUnitId.value,
    coUnitIds: proposal.coUnitIds,
    handlingClass: proposal.handlingClass.value,
  }
  return dispatchProblem(ticket, assignment, now, knowledge) ? undefined : assignment
}
