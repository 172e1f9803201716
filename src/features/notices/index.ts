/** The inbox that always works (R-N1). */
export { Inbox } from './inbox'
export { showUnread } from './badge'
