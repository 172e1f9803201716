import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page, Route } from 'playwright-core'
import { compile } from './compile/compile'
import { runtimeBundle } from './runtime-bundle'
import type { Driver } from './runtime/driver/driver'
import type { Host } from './runtime/host'
import type { Answers, Bridge, HostOptions, Media, Program } from './runtime/types'

export interface ChromiumOptions extends Pick<HostOptions, 'entry' | 'scene' | 'answers' | 'bridge'> {
  /** From playwright-core; `scripts/lib/chromium.mjs` finds one on the machine. */
  browser: Browser
  /** The folder of the built mini-program. */
  dist: string
  /** What `compile` made of it, where it has been compiled already. */
  program?: Program
  /** The page's own area in px, without title and tab bar. */
  viewport?: { width: number; height: number }
}

/** The driver's methods, each across to the browser; what cannot cross, such as a condition, is left out. */
export type RemoteDriver = {
  [Name in Exclude<keyof Driver, 'waitFor'>]: Driver[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never
}

export interface ChromiumApp {
  driver: RemoteDriver
  /** Playwright's page, for pictures and measures. */
  page: Page
  /** @throws when the mini-program reported an error */
  close(): Promise<void>
}

const ORIGIN = 'https://weapp.invalid'

/** What the bridge becomes on its way: bytes as base64, a failure as a value. */
type Crossing = { value: unknown } | { failure: { message: string; errCode?: number } }

/** The page's globals that the functions below, which run inside the page, use. */
interface PageWindow extends Window {
  __weappHost: typeof import('./runtime/host')
  __host: Host
  __bridge(method: string, given: unknown[]): Promise<Crossing>
}

/** Runs the same bundle as `launch`, with WeChat's styles, in a real browser: for pictures. */
export async function launchInChromium({
  browser,
  dist,
  program,
  bridge,
  viewport,
  answers,
  ...options
}: ChromiumOptions): Promise<ChromiumApp> {
  const { width, height } = viewport ?? { width: 375, height: 724 }
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  await page.route(`${ORIGIN}/**`, (route) => servePackage(route, dist))
  await page.exposeFunction('__bridge', (method: string, given: unknown[]) => cross(bridge, method, given))
  await page.goto(`${ORIGIN}/`)
  await page.addScriptTag({ content: runtimeBundle() })
  await page.evaluate(start, {
    program: program ?? compile(dist),
    ...options,
    answers: encodeAnswers(answers ?? {}),
    canDownload: bridge.download !== undefined,
    device: { windowWidth: width, windowHeight: height },
  })
  const driver = new Proxy({} as RemoteDriver, {
    get:
      (_, method: string) =>
      (...given: unknown[]) =>
        page.evaluate(
          ([name, args]) => {
            const { driver: inPage } = (window as unknown as PageWindow).__host
            return (inPage as unknown as Record<string, (...values: unknown[]) => unknown>)[name](...args)
          },
          [method, given] as const,
        ),
  })
  return {
    driver,
    page,
    async close() {
      const complaints = await page.evaluate(() =>
        (window as unknown as PageWindow).__host.ctx.journal.complaints(),
      )
      await context.close()
      if (complaints.length > 0) throw new Error(`the mini-program reported:\n  ${complaints.join('\n  ')}`)
    },
  }
}

type StartOptions = Omit<HostOptions, 'bridge' | 'answers'> & { answers: Answers; canDownload: boolean }

/** Runs inside the page, so it may use nothing of this file. */
function start({ canDownload, answers, ...options }: StartOptions): void {
  const view = window as unknown as PageWindow
  const decode = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const encode = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const send = async (method: string, ...given: unknown[]) => {
    const answer = await view.__bridge(method, given)
    if ('failure' in answer) throw Object.assign(new Error(answer.failure.message), answer.failure)
    return answer.value
  }
  const withBytes = (media: Media) => ({ ...media, bytes: decode(media.bytes as unknown as string) })
  const host = view.__weappHost.createHost(window, {
    ...options,
    painted: true,
    answers: {
      ...answers,
      ...(Array.isArray(answers.media) && { media: answers.media.map(withBytes) }),
      ...(typeof answers.voice === 'object' && { voice: withBytes(answers.voice) }),
    },
    bridge: {
      callFunction: (name, data) => send('callFunction', name, data),
      uploadFile: (cloudPath, bytes) => send('uploadFile', cloudPath, encode(bytes)) as Promise<string>,
      ...(canDownload && {
        download: async (url: string) => decode((await send('download', url)) as string),
      }),
    },
  })
  window.addEventListener('unhandledrejection', (event) => host.unhandledRejection(event.reason))
  view.__host = host
  host.start()
}

function encodeAnswers(answers: Answers): Answers {
  const asText = (media: Media) => ({
    ...media,
    bytes: Buffer.from(media.bytes).toString('base64') as unknown as Uint8Array,
  })
  return {
    ...answers,
    ...(Array.isArray(answers.media) && { media: answers.media.map(asText) }),
    ...(typeof answers.voice === 'object' && { voice: asText(answers.voice) }),
  }
}

async function cross(bridge: Bridge, method: string, given: unknown[]): Promise<Crossing> {
  try {
    switch (method) {
      case 'callFunction':
        return { value: await bridge.callFunction(String(given[0]), given[1]) }
      case 'uploadFile':
        return { value: await bridge.uploadFile(String(given[0]), Buffer.from(String(given[1]), 'base64')) }
      default:
        return { value: Buffer.from((await bridge.download?.(String(given[0]))) ?? []).toString('base64') }
    }
  } catch (error) {
    const { message, errCode } = error as { message: string; errCode?: number }
    return { failure: { message, errCode } }
  }
}

const BLANK =
  '<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width,initial-scale=1"></head><body></body></html>'

/** The package's own pictures; everything else of it is in the program already. */
async function servePackage(route: Route, dist: string): Promise<void> {
  const { pathname } = new URL(route.request().url())
  if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: BLANK })
  try {
    return await route.fulfill({ body: readFileSync(path.join(dist, decodeURIComponent(pathname))) })
  } catch {
    return route.fulfill({ status: 404 })
  }
}
