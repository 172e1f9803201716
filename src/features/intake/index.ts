/** What comes in by telephone, letter or over the counter, written down by an operator (R-T5). */
export { useSettled } from './earlier'
export { IntakePage } from './intake-page'
