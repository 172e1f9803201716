export { currentKnowledge } from './knowledge.service'
