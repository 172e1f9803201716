export * from './types'
export { propose } from './propose'
export { NOTHING_LEARNED, type Learned } from './learning'
