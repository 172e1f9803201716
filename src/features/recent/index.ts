/** What the centre has done lately, in figures (R-G1). */
export { RecentResults } from './recent-results'
