export * from './anchors'
export * from './entry'
