/** 电话预约: the centre books for who calls (R-T11). */
export { PhoneBookingPage } from './phone-booking-page'
