/** 领导接待: the published schedule, booking, and one's own bookings (R-A2 … R-A5). */
export { choiceOf, type Choice } from './book-sheet'
export { Booking, MoveBooking } from './booking'
export { offersOf } from './days'
export { Lost } from './lost'
export { MonthStrip } from './month-strip'
export { MyBookings } from './my-bookings'
export { PublicSchedule } from './public-schedule'
export { Schedule, useSchedule } from './schedule'
