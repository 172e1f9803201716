/**
 * How people write of danger, and of what only sounds like it; written for this project. What is told of danger is
 * learned from them in this order (`npm run urgency:learn`), and the rules are tried on them.
 */
export { CALM } from './calm'
export { CALM_UNSEEN, URGENT_UNSEEN } from './unseen'
export { URGENT } from './urgent'
