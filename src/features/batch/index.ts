/** Several tickets dispatched as proposed with one press. */
export { BatchPage } from './batch-page'
