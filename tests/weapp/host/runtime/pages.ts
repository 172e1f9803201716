import type { GeneralComponent } from 'glass-easel'
import type { Context } from './context'
import { EventChannel } from './event-channel'
import { folderOf, parseUrl, resolveName } from './paths'
import type { Scripts } from './scripts'
import { ApiFailure } from './settle'
import type { FileConfig } from './types'
import type { MountedPage, PageInstance, View } from './view'

/** WeChat's limit of pages on top of each other. */
const DEEPEST = 10

export interface OpenPage {
  route: string
  query: Record<string, string>
  title: string
  /** On the screen, not under another page. */
  shown: boolean
  config: FileConfig
  mounted: MountedPage
  channel: EventChannel
}

/** Which pages are open, and every way from one to another. The lifecycle order is WeChat's. */
export class Pages {
  readonly stack: OpenPage[] = []
  /** Tab pages stay alive while another tab is shown. */
  private readonly tabs = new Map<string, OpenPage>()
  private readonly roots = new WeakMap<GeneralComponent, OpenPage>()

  constructor(
    private readonly ctx: Context,
    private readonly view: View,
    private readonly scripts: Scripts,
  ) {}

  top(): OpenPage | undefined {
    return this.stack[this.stack.length - 1]
  }

  current(): OpenPage {
    const page = this.top()
    if (!page) throw new Error('no page is open')
    return page
  }

  isTab(route: string): boolean {
    return this.ctx.program.app.tabBar?.list.some((tab) => tab.pagePath === route) ?? false
  }

  /** The page a component belongs to; undefined when it is gone. */
  pageOf(root: GeneralComponent): { route: string; shown: boolean } | undefined {
    const page = this.roots.get(root)
    return page && { route: page.route, shown: page.shown }
  }

  navigateTo(url: string, listeners: Record<string, (data: unknown) => void> = {}): EventChannel {
    const { path, query } = this.target(url)
    if (this.isTab(path)) throw new ApiFailure('can not navigateTo a tabbar page')
    if (this.stack.length >= DEEPEST) throw new ApiFailure('webview count limit exceed')
    this.hide(this.top())
    const page = this.open(path, query, listeners)
    return page.channel.opener
  }

  redirectTo(url: string): void {
    const { path, query } = this.target(url)
    if (this.isTab(path)) throw new ApiFailure('can not redirectTo a tabbar page')
    this.close(this.stack.pop())
    this.open(path, query)
  }

  reLaunch(url: string): void {
    const { path, query } = this.target(url)
    this.closeAll()
    this.open(path, query)
  }

  switchTab(url: string): void {
    const { path } = this.target(url)
    if (!this.isTab(path)) throw new ApiFailure('can not switch to no-tabBar page')
    const before = this.top()
    while (this.stack.length > 0 && !this.isTab(this.current().route)) this.close(this.stack.pop())
    const below = this.stack.pop()
    const kept = this.tabs.get(path)
    if (below && below === kept) {
      this.stack.push(below)
      if (before !== below) this.reveal()
      return
    }
    if (below === before) this.hide(below)
    if (!kept) return void this.open(path, {})
    this.stack.push(kept)
    this.reveal()
  }

  navigateBack(delta = 1): void {
    if (this.stack.length < 2) throw new ApiFailure('cannot navigate back at first page.')
    for (let left = Math.min(delta, this.stack.length - 1); left > 0; left -= 1) this.close(this.stack.pop())
    this.reveal()
  }

  closeAll(): void {
    const kept = [...this.tabs.values()].filter((page) => !this.stack.includes(page))
    while (this.stack.length > 0) this.close(this.stack.pop())
    kept.forEach((page) => this.close(page))
  }

  /** Calls a method of a page if it has one, such as `onShow`; errors are reported. */
  call(page: OpenPage | undefined, method: string, ...given: unknown[]): unknown {
    const instance = page?.mounted.instance
    const handler = instance?.[method]
    if (!page || typeof handler !== 'function') return undefined
    return this.ctx.guard(`${page.route} ${method}`, () => handler.apply(instance, given) as unknown)
  }

  private target(url: string): { path: string; query: Record<string, string> } {
    if (typeof url !== 'string' || url === '') throw new ApiFailure('invalid url')
    const from = this.top()
    const absolute =
      url.startsWith('/') || !from ? url : `/${resolveName(folderOf(from.route), url.split('?')[0])}`
    const query = url.includes('?') ? url.slice(url.indexOf('?')) : ''
    const target = parseUrl(absolute.split('?')[0] + query)
    if (!this.ctx.program.pages.includes(target.path)) {
      this.ctx.journal.fail(`page "${target.path}" is not found`)
      throw new ApiFailure(`page "${target.path}" is not found`)
    }
    return target
  }

  private open(
    route: string,
    query: Record<string, string>,
    listeners: Record<string, (data: unknown) => void> = {},
  ): OpenPage {
    this.view.define(route, this.scripts)
    const mounted = this.view.create(route)
    const config = this.ctx.program.configs[route] ?? {}
    const title = config.navigationBarTitleText ?? this.ctx.program.app.window?.navigationBarTitleText ?? ''
    const channel = new EventChannel(this.ctx, listeners)
    const page: OpenPage = { route, query, title, shown: true, config, mounted, channel }
    this.roots.set(mounted.root, page)
    Object.assign(mounted.instance, {
      route,
      __route__: route,
      options: query,
      getOpenerEventChannel: () => page.channel,
      getPageId: () => `pageId:${route}`,
    } satisfies Partial<PageInstance>)
    this.stack.push(page)
    if (this.isTab(route)) this.tabs.set(route, page)
    this.view.styles.show(route)
    this.call(page, 'onLoad', query)
    mounted.attach()
    this.show(page)
    this.call(page, 'onReady')
    return page
  }

  private close(page: OpenPage | undefined): void {
    if (!page) return
    this.tabs.delete(page.route)
    this.call(page, 'onUnload')
    this.roots.delete(page.mounted.root)
    page.mounted.remove()
  }

  private hide(page: OpenPage | undefined): void {
    if (!page) return
    page.mounted.element.hidden = true
    page.shown = false
    this.call(page, 'onHide')
    page.mounted.root.triggerPageLifetime('hide', [])
  }

  private reveal(): void {
    const page = this.current()
    page.mounted.element.hidden = false
    page.shown = true
    this.view.styles.show(page.route)
    this.show(page)
  }

  private show(page: OpenPage): void {
    this.call(page, 'onShow')
    page.mounted.root.triggerPageLifetime('show', [])
  }
}
