import { isAccusedUnit, isLoneWithoutPower } from '@core/knowledge'
import { propose } from '@core/routing'
import { train } from '@core/routing/category'
import { labelsOf, leavesOf, NOTHING_LEARNED, wordsOf } from '@core/routing/learning'
import { NOISE_LESSONS, NOISE_UNSEEN, OTHERS } from '@core/routing/testing/texts'
import { knowledge } from './county/knowledge'

/** Routing over the whole responsibility table of the demo county. */
const townships = knowledge.units.filter(({ level }) => level === 'township').map(({ id }) => id)

it('R-D2 finds the unit of the table in at least nine of ten categories × townships', () => {
  let right = 0
  let all = 0
  for (const { id, keywords } of leavesOf(knowledge)) {
    const entry = knowledge.responsibilities.find(({ categoryId }) => categoryId === id)!
    for (const townshipId of townships) {
      const words = `你好，${keywords.map(({ word }) => word).join('，')}，请处理`
      const proposal = propose(
        { words, place: { townshipId }, confidential: false, accusedUnitIds: [] },
        knowledge,
      )
      const lead = entry.lead === 'township' ? townshipId : entry.lead.unitId
      all++
      if (proposal.leadUnitId.value === lead) right++
      expect(isLoneWithoutPower(knowledge, proposal.leadUnitId.value, proposal.coUnitIds)).toBe(false)
      const accused = propose(
        { words, place: { townshipId }, confidential: false, accusedUnitIds: [lead] },
        knowledge,
      )
      for (const unit of [accused.leadUnitId.value, ...accused.coUnitIds]) {
        expect(isAccusedUnit(knowledge, unit, lead === 'centre' ? [] : [lead])).toBe(false)
      }
    }
  }
  expect(right / all).toBeGreaterThanOrEqual(0.9)
})

it('R-D3 twenty corrections raise a category by ≥ .30 on what nobody has seen, and cost the rest ≤ .01', () => {
  // Half of the others are what the centre has confirmed; the rest nobody has seen.
  const confirmed = OTHERS.filter((_, i) => i % 5 < 2)
  const rest = OTHERS.filter((_, i) => i % 5 >= 2)
  const example = (body: string, label: string) => ({ message: { body }, label })
  const before = confirmed.map(({ words, categoryId }) => example(words, categoryId))
  const after = [...before, ...NOISE_LESSONS.map((words) => example(words, 'noise'))]
  const accuracies = [before, after].map((lessons) => {
    const model = train(lessons, labelsOf(knowledge), wordsOf(knowledge))
    const isRight = (words: string, categoryId: string) =>
      propose({ words, confidential: false, accusedUnitIds: [] }, knowledge, { ...NOTHING_LEARNED, model })
        .categoryId.value === categoryId
    const noise = NOISE_UNSEEN.filter((words) => isRight(words, 'noise')).length / NOISE_UNSEEN.length
    const others = rest.filter(({ words, categoryId }) => isRight(words, categoryId)).length / rest.length
    return { noise, others }
  })
  const [old, learned] = accuracies
  expect(learned!.noise - old!.noise).toBeGreaterThanOrEqual(0.3)
  expect(old!.others - learned!.others).toBeLessThanOrEqual(0.01)
  expect(old!.others).toBeGreaterThan(0.8)
})
