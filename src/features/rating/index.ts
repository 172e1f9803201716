/** 评价: four choices, and what follows (R-C2). */
export { RatingBar } from './rating-bar'
export { RatingForm } from './rating-form'
export { useRating } from './use-rating'
