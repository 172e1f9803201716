/**
 * The tags that WeChat itself supplies. A tag that is neither here nor in `usingComponents` renders nothing on a
 * phone, so the compiler reports it.
 */
export const BUILT_IN_TAGS: ReadonlySet<string> = new Set(
  `ad ad-custom audio button camera canvas channel-live channel-video checkbox checkbox-group cover-image cover-view
  editor form functional-page-navigator grid-view icon image input keyboard-accessory label list-view live-player
  live-pusher map match-media movable-area movable-view navigation-bar navigator official-account
  official-account-publish open-container open-data open-data-item open-data-list page-container page-meta picker
  picker-view picker-view-column progress radio radio-group rich-text root-portal scroll-view selection
  share-element slider snapshot span sticky-header sticky-section store-coupon store-home store-product swiper
  swiper-item switch text textarea video view voip-room web-view`.split(/\s+/),
)

/** Words of WXML that are not elements. */
export const TEMPLATE_WORDS: ReadonlySet<string> = new Set([
  'block',
  'template',
  'slot',
  'import',
  'include',
  'wxs',
])
