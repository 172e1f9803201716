/** The inbox that always works (R-N1), and the offer to be told by WeChat as well. */
export { AllowNotices } from './allow-notices'
export { Inbox } from './inbox'
export { showUnread } from './badge'
