/** A citizen's report on this device: kept while it is written, sent once (R-T2). */
export {
  emptyDraft,
  isEmpty,
  missing,
  namesAccused,
  toInput,
  toQuestion,
  WORDS_MAX,
  WORDS_MIN,
  type Draft,
  type SubmitInput,
} from './draft'
export { onOutcome, sendReport, sendWaiting, type Outcome } from './send'
export { store, type Sent, type Waiting } from './store'
