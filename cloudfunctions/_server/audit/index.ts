export { record } from './audit.service'
