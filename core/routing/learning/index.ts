export {
  labelsOf,
  LEAST_LESSONS,
  leavesOf,
  MOST_LESSONS,
  NOTHING_LEARNED,
  wordsOf,
  type Learned,
} from './learned'
export { byCategory, byWeek, tally, THRESHOLDS, type CategoryFigures, type Tally } from './figures'
export { forCounty } from './installed'
export { isSameLesson, lessonOf, type Lesson } from './lesson'
export { takerInstead, unitHistory, type UnitHistory } from './units'
