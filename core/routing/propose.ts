import type { Category, Knowledge } from '../knowledge/types'
import type { Kind } from '../ticket/words'
import { confidence, mentioned, scoreByWords } from './keywords'
import { NOTHING_LEARNED, type Learned } from './learning'
import { proposeCategories } from './propose-category'
import { proposeUnits } from './propose-units'
import type { Guess, Proposal, Submission } from './types'
import { urgencyOf, urgencyReason } from './urgency/urgency'

/**
 * R-D1/R-D2: proposes kind, category, lead unit, co-units, handling class and urgency, each with a confidence and
 * the reasons in words; never an accused unit (R-P5).
 *
 * @param learned what the centre's own tickets have taught (R-D3); without it the county's words and table decide
 */
export function propose(
  submission: Submission,
  knowledge: Knowledge,
  learned: Learned = NOTHING_LEARNED,
): Proposal {
  const kind = proposeKind(submission, knowledge)
  const urgent = proposeUrgent(submission, knowledge)
  const [category, ...others] = proposeCategories(submission.words, knowledge, learned)
  const unitsFor = (guess: Guess<Category>) => proposeUnits(submission, kind.value, guess, knowledge, learned)
  const classFor = (guess: Guess<Category>) => proposeClass(kind.value, urgent.value, guess.value)
  const idOf = (guess: Guess<Category>): Guess<string> => ({ ...guess, value: guess.value.id })
  return {
    kind,
    categoryId: idOf(category!),
    ...unitsFor(category!),
    handlingClass: classFor(category!),
    urgent,
    others: others.map((guess) => ({
      categoryId: idOf(guess),
      ...unitsFor(guess),
      handlingClass: classFor(guess),
    })),
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

function proposeClass(kind: Kind, urgent: boolean, category: Category): Proposal['handlingClass'] {
  if (urgent) return { value: 'instant', confidence: 0.95, reasons: ['紧急事项当日办结'] }
  if (kind === 'consult') return { value: 'consult', confidence: 0.9, reasons: ['咨询 24 小时内答复'] }
  return { value: category.handlingClass, confidence: 0.8, reasons: [`“${category.name}”一般这样办`] }
}
