import type { Pages } from '../pages'
import { ApiFailure, type WxApi } from '../settle'
import type { PageInstance } from '../view'

interface Queries {
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: object): unknown
  createMediaQueryObserver(): unknown
}

/** Questions about the page's layout; without layout (jsdom) every size is 0. */
export function queriesApi(pages: Pages): WxApi {
  const page = (component?: PageInstance): Queries => {
    const instance = component ?? pages.top()?.mounted.instance
    if (!instance) throw new ApiFailure('no page is open')
    return instance as unknown as Queries
  }
  return {
    createSelectorQuery: () => page().createSelectorQuery(),
    createIntersectionObserver: (component?: PageInstance, options?: object) =>
      page(component).createIntersectionObserver(options),
    createMediaQueryObserver: (component?: PageInstance) => page(component).createMediaQueryObserver(),
  }
}
