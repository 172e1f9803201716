import { isAccusedUnit, isLoneWithoutPower, superiorFor, unitName, unitOf } from '../knowledge/units'
import type { Category, Knowledge, Responsibility } from '../knowledge/types'
import type { Kind } from '../ticket/words'
import { takerInstead, type Learned } from './learning'
import type { Guess, Proposal, Submission } from './types'

/** Confidence in units that the table does not simply name: a person should look. */
const UNSURE = 0.5

type Units = Pick<Proposal, 'leadUnitId' | 'coUnitIds'>

/**
 * R-D2: lead and co-units from the responsibility table, corrected by which units gave such matters back and which
 * took them (R-D3); then the rules that the table cannot know: never an accused unit (R-P5), never alone a unit
 * without the power to enforce.
 */
export function proposeUnits(
  submission: Submission,
  kind: Kind,
  category: Guess<Category>,
  knowledge: Knowledge,
  { units: history }: Learned,
): Units {
  if (kind === 'report') return forSupervision(submission, knowledge)
  const { accusedUnitIds, place } = submission
  const { centreUnitId } = knowledge.county
  const entry = knowledge.responsibilities.find(({ categoryId }) => categoryId === category.value.id)
  const resolve = (who: Responsibility['lead']): string | undefined =>
    who === 'township' ? place?.townshipId : who.unitId
  const allowed = (unitId: string | undefined): unitId is string =>
    unitOf(knowledge, unitId) !== undefined && !isAccusedUnit(knowledge, unitId, accusedUnitIds)
  const coUnits = [...new Set((entry?.coUnits ?? []).map(resolve).filter(allowed))]

  const reasons: string[] = []
  const listed = unitOf(knowledge, entry && resolve(entry.lead))?.id
  let lead = listed
  if (lead === undefined) {
    lead = coUnits[0] ?? centreUnitId
    reasons.push(entry ? '没有写明地点，先由业务部门主办' : '权责清单没有这一类，请人工指定')
  } else {
    reasons.push(`${unitName(knowledge, lead)}：${entry!.clause}`)
    const taker = takerInstead(
      history,
      { categoryId: category.value.id, townshipId: place?.townshipId },
      lead,
    )
    if (taker && unitOf(knowledge, taker.unitId)) {
      reasons.push(
        `以前同类的退回过 ${taker.returned} 次，后来由${unitName(knowledge, taker.unitId)}承办 ${taker.took} 次`,
      )
      lead = taker.unitId
    }
  }
  const usual = lead
  if (isAccusedUnit(knowledge, lead, accusedUnitIds)) {
    lead = superiorFor(knowledge, lead, accusedUnitIds)
    reasons.push(`涉及被反映单位，改由${unitName(knowledge, lead)}主办`)
  }
  if (isLoneWithoutPower(knowledge, lead, coUnits)) {
    reasons.push(`${unitName(knowledge, lead)}没有执法权，不能单独承办，请指定有执法权的单位`)
    lead = allowed(centreUnitId) ? centreUnitId : superiorFor(knowledge, centreUnitId, accusedUnitIds)
  }
  const sure = listed !== undefined && lead === usual
  return {
    leadUnitId: {
      value: lead,
      confidence: sure ? category.confidence : Math.min(category.confidence, UNSURE),
      reasons,
    },
    coUnitIds: coUnits.filter((unitId) => unitId !== lead),
  }
}

function forSupervision({ accusedUnitIds }: Submission, knowledge: Knowledge): Units {
  const { supervisionUnitId } = knowledge.county
  const accused = isAccusedUnit(knowledge, supervisionUnitId, accusedUnitIds)
  const value = accused ? superiorFor(knowledge, supervisionUnitId, accusedUnitIds) : supervisionUnitId
  return {
    leadUnitId: { value, confidence: 0.9, reasons: ['举报件由上级核查，不交被举报单位'] },
    coUnitIds: [],
  }
}
