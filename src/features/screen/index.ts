/** The lobby's screen: today's queue in numbers, and when which leader receives (R-G3). */
export { Screen } from './screen'
