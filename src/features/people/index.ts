/** Who is using this: the platform says so (R-P1). */
export { MyPage } from './my-page'
export { NoticeOffer } from './notice-offer'
export { isStaff, useMe } from './use-me'
export { WechatPhone } from './wechat-phone'
