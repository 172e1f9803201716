import type { Context } from '../context'
import type { Pages } from '../pages'
import { asyncApis, type WxApi } from '../settle'

/** From page to page, and what a page may do to its frame: title, tab bar, pull-down. */
export function routingApi(ctx: Context, pages: Pages): WxApi {
  const nothing = () => undefined
  const frame = Object.fromEntries(
    `setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading hideHomeButton showTabBar hideTabBar
    setTabBarItem setTabBarStyle setTabBarBadge removeTabBarBadge showTabBarRedDot hideTabBarRedDot setBackgroundColor
    setBackgroundTextStyle showShareMenu hideShareMenu updateShareMenu enableAlertBeforeUnload
    disableAlertBeforeUnload setKeepScreenOn setVisualEffectOnCapture vibrateShort vibrateLong hideKeyboard
    stopPullDownRefresh pageScrollTo preloadSubpackage preDownloadSubpackage loadFontFace exitMiniProgram
    setTopBarText preloadWebview`
      .split(/\s+/)
      .map((name) => [name, nothing]),
  )
  return asyncApis(ctx, {
    ...frame,
    navigateTo: ({ url, events }) => ({
      eventChannel: pages.navigateTo(url as string, events as Record<string, (data: unknown) => void>),
    }),
    redirectTo: ({ url }) => pages.redirectTo(url as string),
    reLaunch: ({ url }) => pages.reLaunch(url as string),
    switchTab: ({ url }) => pages.switchTab(url as string),
    navigateBack: ({ delta }) => pages.navigateBack((delta as number | undefined) ?? 1),
    setNavigationBarTitle: ({ title }) => {
      pages.current().title = String(title)
    },
    startPullDownRefresh: () => {
      pages.call(pages.top(), 'onPullDownRefresh')
    },
  })
}
