import type { Category, Knowledge } from '../../knowledge/types'
import type { CategoryModel, LabelWords } from '../category'
import type { UnitHistory } from './units'

/** What the centre's own tickets have taught, beside what the county knows about itself. */
export interface Learned {
  /** Absent: there is none yet, and the county's words alone decide. */
  model?: CategoryModel
  units: UnitHistory
  /** There should be a model, and it cannot be read: said with every proposal. */
  broken?: boolean
}

export const NOTHING_LEARNED: Learned = { units: [] }

/** Tickets from which a model is worth having; below, the county's words know more. */
export const LEAST_LESSONS = 20
/** The newest are learned from: habits change, and a training has to end in time. */
export const MOST_LESSONS = 2_000

/** Only the lowest level is a category of matters; the one above sorts them. */
export const leavesOf = ({ categories }: Pick<Knowledge, 'categories'>): Category[] =>
  categories.filter(({ parentId }) => parentId !== undefined)

export const labelsOf = (knowledge: Pick<Knowledge, 'categories'>): string[] =>
  leavesOf(knowledge).map(({ id }) => id)

/** The county's words for its categories as the model takes them. */
export const wordsOf = (knowledge: Pick<Knowledge, 'categories'>): LabelWords[] =>
  leavesOf(knowledge).map(({ id, keywords }) => ({ label: id, words: keywords }))
