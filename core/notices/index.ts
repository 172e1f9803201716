export * from './desk'
export * from './occasions'
export * from './types'
export * from './words'
