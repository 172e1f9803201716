/** The only door to the cloud: features import from here, pages never do. */
export { client } from './client'
export { demoPerson, isOnline, onOnlineChange, owner, startCloud } from './device'
export { asFailure, isOutcomeOpen, NetworkFailure, Refusal, type Failure } from './failure'
export { keepPhoto, pickPhotos, sendPhoto, type AdmittedPhoto, type LocalPhoto } from './photos'
export { newRequestId } from './request-id'
export { useCommand, type Command } from './use-command'
export { usePages, type Pages } from './use-pages'
export { useQuery, type Query } from './use-query'
