export { schedule } from './reception.service'
export { wakeBooking, wakeDay } from './wake.service'
export { commitBooking, commitDay, dueBookings, dueDays } from './reception.repository'
