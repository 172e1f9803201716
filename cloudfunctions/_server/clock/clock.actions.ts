export { onTheMinute } from './clock.service'
