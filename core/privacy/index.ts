export * from './at-rest'
export * from './mask'
export * from './personal-numbers'
