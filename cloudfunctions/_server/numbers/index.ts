export { numberFor, openNumbers } from './numbers.service'
