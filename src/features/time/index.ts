/** Moments, days and deadlines as people say them, on the county's clock. */
export {
  dateWords,
  dayWords,
  dueWords,
  exactWords,
  hourWords,
  lengthWords,
  momentWords,
  spanWords,
  type Due,
} from './words'
export { momentOfDate, wallClock, type WallClock } from './zone'
export { DueText } from './due-text'
export { WhenText } from './when-text'
