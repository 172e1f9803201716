export * from './booking'
export * from './day'
export * from './types'
