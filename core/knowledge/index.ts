export * from './types'
export * from './units'
