/** 附议: the matters somebody said "me too" of, and what they think of the result (R-T3, R-T9). */
export { Joins } from './joins'
