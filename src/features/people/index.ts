/** Who is using this: the platform says so (R-P1). */
export { MyPage } from './my-page'
export { isStaff, useMe } from './use-me'
export { WechatPhone } from './wechat-phone'
