export { createFunction, createPublicFunction } from './create-function'
export { createTimer } from './create-timer'
