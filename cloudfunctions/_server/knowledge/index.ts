export { currentKnowledge, publish } from './knowledge.service'
