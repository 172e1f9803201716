/**
 * The subscribe-message templates of the demo county, in the form of `MINSHENG_SUBSCRIBE_TEMPLATES`: the local cloud keeps
 * a record of every message instead of sending it (R-N1).
 */
const template = (id: string, page: string) => ({ id, page, fields: { thing1: 'title', thing2: 'words' } })

const progress = template('demo-progress', 'pages/messages/index')
const booking = template('demo-booking', 'pages/bookings/index')
const work = template('demo-work', 'workbench/home/index')

export const subscribeTemplates = JSON.stringify({
  'ticket.progress': progress,
  bookingMade: booking,
  bookingCancelled: booking,
  bookingTomorrow: booking,
  bookingSoon: booking,
  'ticket.todo': work,
  'ticket.alert': work,
  'ticket.reminder': work,
})
