/** 领导接待: the published schedule, booking, and one's own bookings (R-A2 … R-A5). */
export { Booking } from './booking'
export { MonthStrip } from './month-strip'
export { MyBookings } from './my-bookings'
export { PublicSchedule } from './public-schedule'
