import { Script } from 'node:vm'
import { compile } from './compile/compile'
import { nodeRequire } from './node'
import { ownRejections } from './rejections'
import { runtimeBundle } from './runtime-bundle'
import type { Driver } from './runtime/driver/driver'
import type { Host } from './runtime/host'
import type { HostOptions, Phone, Program } from './runtime/types'

const { JSDOM, VirtualConsole } = nodeRequire('jsdom') as typeof import('jsdom')

export interface LaunchOptions extends Omit<HostOptions, 'program' | 'painted' | 'run'> {
  /** The folder of the built mini-program, or what `compile` made of it: compile once, launch often. */
  dist: string | Program
  /** Milliseconds that waiting methods wait; 5000 otherwise. */
  patience?: number
  /** Errors that must come, from the first line of app.js on; later ones by `expectError`. */
  expectErrors?: (string | RegExp)[]
}

/** A mini-program that runs, and the person who uses it. */
export interface App extends Driver {
  /** What stays on the phone: give it to the next `launch` to start again on the same one. */
  readonly phone: Phone
  /** The window, for questions about the document that the driver has no word for. */
  readonly window: Window
  /** Ends the mini-program whatever it reported: for after a failure. */
  abandon(): void
  /**
   * Ends the mini-program.
   * @throws when it reported an error, or an expected one did not come
   */
  close(): void
}

interface HostWindow extends Window {
  Promise: PromiseConstructor
  __weappHost: typeof import('./runtime/host')
}

/**
 * Starts a built mini-program headless: WeChat's engine renders its WXML into jsdom, its scripts run with what a
 * phone gives them, and `bridge` takes its calls to the cloud.
 * @throws CompileError, or an error that lists what went wrong while starting
 */
export async function launch({ dist, expectErrors = [], ...options }: LaunchOptions): Promise<App> {
  const program = typeof dist === 'string' ? compile(dist) : dist
  const virtualConsole = new VirtualConsole()
  const dom = new JSDOM('<!doctype html><html lang="zh-CN"><head></head><body></body></html>', {
    url: 'https://weapp.invalid/',
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole,
  })
  const { window } = dom
  const view = window as unknown as HostWindow
  const run = (script: string, name: string): unknown =>
    compiled(script, name).runInContext(dom.getInternalVMContext())
  giveSize(window, options.device)
  run(runtimeBundle(), 'weapp-host.js')
  const host: Host = view.__weappHost.createHost(window, { ...options, program, run })
  // What jsdom itself cannot do, such as layout, is a question the page should not have asked.
  virtualConsole.on('jsdomError', (error) => {
    if (!/^Uncaught/.test(error.message)) host.ctx.report('document', error)
  })
  const release = ownRejections(view.Promise, (reason) => host.unhandledRejection(reason))
  for (const pattern of expectErrors) host.driver.expectError(pattern)
  host.start()
  const abandon = () => {
    host.close()
    release()
    window.close()
  }
  return Object.assign(host.driver as App, {
    phone: host.ctx.phone,
    window,
    abandon,
    close() {
      const complaints = host.ctx.journal.complaints()
      const situation = complaints.length > 0 ? host.driver.situation() : ''
      abandon()
      if (complaints.length > 0)
        throw new Error(`the mini-program reported:\n  ${complaints.join('\n  ')}\n${situation}`)
    },
  })
}

const scripts = new Map<string, Script>()

/** A script compiled once for all windows: hundreds of launches run the same ones. */
function compiled(source: string, filename: string): Script {
  const script = scripts.get(source) ?? new Script(source, { filename })
  scripts.set(source, script)
  return script
}

/** jsdom has no layout, but pages ask how large the window is. */
function giveSize(window: Window, device: Record<string, unknown> = {}): void {
  const { windowWidth = 375, windowHeight = 724 } = device
  Object.defineProperties(window.document.documentElement, {
    clientWidth: { get: () => windowWidth },
    clientHeight: { get: () => windowHeight },
  })
}
