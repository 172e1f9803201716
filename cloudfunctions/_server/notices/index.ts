export { deliverBookingNotices, deliverTicketNotices } from './notices.service'
export { push } from './push.service'
