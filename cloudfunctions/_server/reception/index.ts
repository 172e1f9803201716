export { schedule, wakeBooking } from './reception.service'
export { wakeMonth } from './months.service'
export { commitMonth, dueMonths } from './months.repository'
export { commitBooking, dueBookings } from './reception.repository'
