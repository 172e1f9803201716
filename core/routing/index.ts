export * from './types'
export { propose } from './propose'
