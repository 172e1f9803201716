export { schedule, wakeBooking } from './reception.service'
export { commitBooking, dueBookings } from './reception.repository'
