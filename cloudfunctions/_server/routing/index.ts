export { currentLearned } from './learned.service'
export { installedModel, installModel, removeInstalledModel } from './installed.service'
export { loadJob, commitJob, START, type InstalledModel, type LearningJob } from './learned.repository'
export * as lessons from './lessons.repository'
