import { isAccusedUnit, isLoneTownship, superiorFor, unitName, unitOf } from '../knowledge/units'
import type { Category, Knowledge, Responsibility } from '../knowledge/types'
import type { Kind } from '../ticket/words'
import { confidence, mentioned, scoreByWords } from './keywords'
import type { Guess, Proposal, Submission } from './types'
import { urgencyOf, urgencyReason } from './urgency/urgency'

/**
 * R-D1/R-D2: proposes kind, category, lead unit, co-units, handling class and urgency, each with a confidence and
 * the reasons in words. Keyword rules and the responsibility table; never an accused unit (R-P5).
 */
export function propose(submission: Submission, knowledge: Knowledge): Proposal {
  const kind = proposeKind(submission, knowledge)
  const urgent = proposeUrgent(submission, knowledge)
  const category = proposeCategory(submission, knowledge)
  const units = proposeUnits(submission, kind.value, category, knowledge)
  return {
    kind,
    categoryId: { ...category, value: category.value.id },
    ...units,
    handlingClass: proposeClass(kind.value, urgent.value, category.value),
    urgent,
  }
}

function proposeKind({ words, kind }: Submission, { policies }: Knowledge): Guess<Kind> {
  if (kind) return { value: kind, confidence: 1, reasons: ['反映人自己选择'] }
  const scores = scoreByWords(
    words,
    policies.kindWords.map((entry) => ({
      value: entry.kind,
      words: entry.words.map((word) => ({ word, weight: 2 })),
    })),
  )
  const best = scores[0]
  if (!best) return { value: 'help', confidence: 0.5, reasons: ['没有明显的用词，按求助处理'] }
  return { value: best.value, confidence: confidence(scores), reasons: [mentioned(best.found)] }
}

function proposeUrgent({ words }: Submission, { policies }: Knowledge): Guess<boolean> {
  const urgency = urgencyOf(words, policies.urgentWords)
  const confidence = { urgent: 0.95, doubtful: 0.5, calm: 0.9 }[urgency.state]
  return { value: urgency.state === 'urgent', confidence, reasons: [urgencyReason(urgency)] }
}

function proposeCategory({ words }: Submission, knowledge: Knowledge): Guess<Category> {
  const leaves = knowledge.categories.filter((category) => category.parentId !== undefined)
  const scores = scoreByWords(
    words,
    leaves.map((category) => ({ value: category, words: category.keywords })),
  )
  const best = scores[0]
  if (best) return { value: best.value, confidence: confidence(scores), reasons: [mentioned(best.found)] }
  const other = leaves.find((category) => category.keywords.length === 0)
  if (!other) throw new Error('the knowledge has no category without keywords to fall back on')
  return { value: other, confidence: 0, reasons: ['没有对上任何类别的用词，请人工归类'] }
}

/** Lead and co-units from the responsibility table, then the rules that the table cannot know. */
function proposeUnits(
  submission: Submission,
  kind: Kind,
  category: Guess<Category>,
  knowledge: Knowledge,
): Pick<Proposal, 'leadUnitId' | 'coUnitIds'> {
  const { accusedUnitIds, place } = submission
  if (kind === 'report') {
    const { supervisionUnitId } = knowledge.county
    const accused = isAccusedUnit(knowledge, supervisionUnitId, accusedUnitIds)
    const value = accused ? superiorFor(knowledge, supervisionUnitId, accusedUnitIds) : supervisionUnitId
    return {
      leadUnitId: { value, confidence: 0.9, reasons: ['举报件由上级核查，不交被举报单位'] },
      coUnitIds: [],
    }
  }
  const entry = knowledge.responsibilities.find(({ categoryId }) => categoryId === category.value.id)
  const resolve = (who: Responsibility['lead']): string | undefined =>
    who === 'township' ? place?.townshipId : who.unitId
  const listed = entry && resolve(entry.lead)
  const allowed = (unitId: string | undefined): unitId is string =>
    unitOf(knowledge, unitId) !== undefined && !isAccusedUnit(knowledge, unitId, accusedUnitIds)
  const coUnits = (entry?.coUnits ?? []).map(resolve).filter(allowed)

  const reasons: string[] = []
  let lead = unitOf(knowledge, listed)?.id
  if (lead === undefined) {
    lead = coUnits[0] ?? knowledge.county.centreUnitId
    reasons.push(entry ? '没有写明地点，先由业务部门主办' : '权责清单没有这一类，请人工指定')
  } else {
    reasons.push(`${unitName(knowledge, lead)}：${entry!.clause}`)
  }
  if (isAccusedUnit(knowledge, lead, accusedUnitIds)) {
    lead = superiorFor(knowledge, lead, accusedUnitIds)
    reasons.push(`涉及被反映单位，改由${unitName(knowledge, lead)}主办`)
  }
  const coUnitIds = [...new Set(coUnits)].filter((unitId) => unitId !== lead)
  const lone = isLoneTownship(knowledge, lead, coUnitIds)
  if (lone) reasons.push('乡镇没有执法权，请加上有执法权的协办单位')
  const sure = entry && listed === lead && !lone
  return {
    leadUnitId: {
      value: lead,
      confidence: sure ? category.confidence : Math.min(category.confidence, 0.5),
      reasons,
    },
    coUnitIds,
  }
}

function proposeClass(kind: Kind, urgent: boolean, category: Category): Proposal['handlingClass'] {
  if (urgent) return { value: 'instant', confidence: 0.95, reasons: ['紧急事项当日办结'] }
  if (kind === 'consult') return { value: 'consult', confidence: 0.9, reasons: ['咨询 24 小时内答复'] }
  return { value: category.handlingClass, confidence: 0.8, reasons: [`“${category.name}”一般这样办`] }
}
