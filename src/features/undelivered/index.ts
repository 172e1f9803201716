/** What did not arrive by itself: whom to call, and which messages to send again (R-N2, R-N3). */
export { Undelivered } from './undelivered'
