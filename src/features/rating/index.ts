/** 评价: four choices, and what follows (R-C2). */
export { REASON_OPTIONS, SATISFACTION_OPTIONS, SOLVED_OPTIONS } from './options'
export { isDissatisfied, nextQuestion, type Rating } from './rating'
export { RatingBar } from './rating-bar'
export { RatingForm } from './rating-form'
export { useRating } from './use-rating'
