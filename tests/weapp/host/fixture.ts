import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launch, type App, type LaunchOptions } from './launch'
import type { Bridge } from './runtime/types'

/** A page of a hand-written mini-program. */
export interface FixturePage {
  wxml?: string
  /** The object given to `Page(…)`, as JavaScript. */
  js?: string
  json?: object
}

export interface Fixture {
  /** By path; the first is the page it starts with. */
  pages: Record<string, FixturePage>
  /** What app.json says besides the pages. */
  app?: object
  /** Further files, or other contents for the usual ones. */
  files?: Record<string, string>
}

const made: string[] = []

/** Writes a tiny mini-program into a temporary folder and gives the folder. */
export function writeFixture({ pages, app, files }: Fixture): string {
  const dist = mkdtempSync(path.join(tmpdir(), 'weapp-fixture-'))
  made.push(dist)
  const all: Record<string, string> = {
    'app.json': JSON.stringify({ pages: Object.keys(pages), lazyCodeLoading: 'requiredComponents', ...app }),
    'app.js': 'App({})',
  }
  for (const [name, { wxml = '<view>一页</view>', js = '{}', json = {} }] of Object.entries(pages)) {
    all[`${name}.wxml`] = wxml
    all[`${name}.js`] = `Page(${js})`
    all[`${name}.json`] = JSON.stringify(json)
  }
  for (const [name, text] of Object.entries({ ...all, ...files })) {
    mkdirSync(path.dirname(path.join(dist, name)), { recursive: true })
    writeFileSync(path.join(dist, name), text)
  }
  return dist
}

/** A bridge that no test expects to be crossed. */
export const NO_CLOUD: Bridge = {
  callFunction: (name) => Promise.reject(new Error(`unexpected call of ${name}`)),
  uploadFile: (cloudPath) => Promise.reject(new Error(`unexpected upload of ${cloudPath}`)),
}

export function launchFixture(fixture: Fixture, options: Partial<LaunchOptions> = {}): Promise<App> {
  return launch({ dist: writeFixture(fixture), bridge: NO_CLOUD, ...options })
}

/** A mini-program of one page. */
export function launchPage(
  page: FixturePage,
  options: Partial<LaunchOptions> = {},
  app: object = {},
): Promise<App> {
  return launchFixture({ pages: { 'pages/one/index': page }, app }, options)
}

export function removeFixtures(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
