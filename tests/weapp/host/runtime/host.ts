import { Application } from './application'
import { defineBuiltIns, type BuiltInDoors, type DefaultActions } from './components/define'
import { Context, type HostWindow } from './context'
import { Driver } from './driver/driver'
import { Finder } from './driver/find'
import { Hand } from './driver/hand'
import { Intersections, mendFirstReport } from './intersection'
import { Pages } from './pages'
import { parseUrl } from './paths'
import { Scripts } from './scripts'
import { meterSetData } from './set-data'
import type { WxApi } from './settle'
import type { HostOptions } from './types'
import { View } from './view'
import { fillWx } from './wx'
import { Platform } from './wx/platform'

/** A running mini-program. */
export interface Host {
  ctx: Context
  driver: Driver
  /** Loads app.js and opens the first page. */
  start(): void
  /** A rejection in the window that nobody handled. */
  unhandledRejection(reason: unknown): void
  close(): void
}

/** Milliseconds a test waits for a condition. */
const PATIENCE = 5000

/** Puts a compiled mini-program into a window. One window holds one host. */
export function createHost(window: HostWindow, options: HostOptions & { patience?: number }): Host {
  const ctx = new Context(window, options)
  const platform = new Platform(ctx)
  const entry = options.entry ?? ctx.program.pages[0]
  const launchOptions = { ...parseUrl(entry), scene: options.scene ?? 1001, referrerInfo: {} }
  const application = new Application(ctx, platform.events, launchOptions)
  const wx: WxApi = {}
  const scripts = new Scripts(ctx, wx, {
    register: (registered) => application.register(registered),
    instance: () => application.instance(),
    pages: () => pages.stack.map(({ mounted }) => mounted.instance),
  })
  const view = new View(ctx)
  const pages: Pages = new Pages(ctx, view, scripts)
  const actions: DefaultActions = []
  mendFirstReport()
  meterSetData(ctx, (root) => pages.pageOf(root))
  defineBuiltIns(ctx, view.space, doors(), actions)
  fillWx(wx, ctx, platform, application, pages)
  window.addEventListener('error', (event) => ctx.report('uncaught', event.error ?? event.message))
  const finder = new Finder(ctx, pages, view)
  const hand = new Hand(ctx, actions, new Intersections(window, ctx.turns))
  return {
    ctx,
    driver: new Driver(ctx, pages, platform, finder, options.patience ?? PATIENCE, application, hand),
    start() {
      ctx.guard('app.js', () => scripts.load('app'))
      application.launch()
      // Without lazyCodeLoading a phone runs every page of the main package before it shows the first.
      if (ctx.program.app.lazyCodeLoading !== 'requiredComponents') {
        for (const page of ctx.program.app.pages) ctx.guard(`${page}.js`, () => view.define(page, scripts))
      }
      ctx.guard(entry, () => pages.reLaunch(`/${entry}`))
    },
    unhandledRejection(reason) {
      ctx.report('unhandled rejection', reason)
      application.unhandledRejection(reason)
    },
    close() {
      ctx.closed = true
    },
  }

  function doors(): BuiltInDoors {
    return {
      ctx,
      platform,
      share: (button) => {
        const target = { id: button.element.id, dataset: button.component.dataset }
        void pages.call(pages.top(), 'onShareAppMessage', { from: 'button', target })
      },
      navigate(kind, url, delta) {
        const name = {
          navigate: 'navigateTo',
          redirect: 'redirectTo',
          switchTab: 'switchTab',
          reLaunch: 'reLaunch',
          navigateBack: 'navigateBack',
        }[kind]
        if (!name) ctx.journal.fail(`<navigator open-type="${kind}"> is not implemented by the test host`)
        else
          (wx[name] as (given: object) => unknown)({
            url,
            delta,
            fail: (error: unknown) => ctx.report('<navigator>', error),
          })
      },
    }
  }
}
