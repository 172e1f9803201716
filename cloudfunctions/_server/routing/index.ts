export { currentLearned } from './learned.service'
export { loadJob, commitJob, START, type LearningJob } from './learned.repository'
export * as lessons from './lessons.repository'
