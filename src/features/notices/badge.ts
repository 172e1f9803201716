import Taro from '@tarojs/taro'

/** The place of 消息 in the tab bar (app.config.ts). */
const INDEX = 2

/** Shows on the tab how many notices are unread; nothing when there is none. */
export function showUnread(unread: number): void {
  // Outside the tab bar's pages the platform refuses; then there is no bar to write on either.
  const quietly = () => {}
  if (unread === 0) void Taro.removeTabBarBadge({ index: INDEX }).catch(quietly)
  else void Taro.setTabBarBadge({ index: INDEX, text: unread > 99 ? '99+' : String(unread) }).catch(quietly)
}
