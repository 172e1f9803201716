import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/support/chromium'
import { doorBridge } from './host'
import { launchInChromium } from './host/chromium'
import { readBuilt, type Built } from './score/check'
import { fileChecks } from './score/files'
import { layoutFaults, SAFE_BOTTOM, type LayoutFaults } from './score/layout'
import { privacyChecks } from './score/privacy'
import { scriptChecks } from './score/scripts'
import { styleChecks } from './score/styles'
import { DIST, startPhones, type Phones } from './support/phones'
import { faultsRow, report, type ReportRow } from './support/report'
import { scenes, type Scene } from './support/scenes'

/**
 * WeChat's own score of a mini-program, as far as it can be decided without a phone: over the package, and over the layout
 * of every page in a real browser. A run of every page in every state is in budgets/states.test.ts.
 */
const CHECKS = [...fileChecks, ...scriptChecks, ...styleChecks, ...privacyChecks]
/** WeChat asks for 20 px; fingers like 44. */
const LEAST_TARGET = 44

let phones: Phones
let all: Scene[]
let built: Built
let browser: Browser
const rows: ReportRow[] = []

beforeAll(async () => {
  built = readBuilt(DIST)
  phones = await startPhones({ history: true })
  all = await scenes(phones)
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  report('score', rows)
  await browser.close()
  await phones.close()
})

const note = (what: string, faults: string[], where: string) => rows.push(faultsRow(what, faults, where))

describe('the package', () => {
  it.each(CHECKS)('$name', ({ name, faults }) => {
    const found = faults(built)
    note(name, found, '包')
    expect(found).toEqual([])
  })
})

it('the layout of every page, in a browser', async () => {
  const filled = all.filter(({ state }) => state === 'filled')
  const found: LayoutFaults = { targets: [], pictures: [], overflow: [], safeArea: [] }
  for (const person of new Set(filled.map((scene) => scene.person))) {
    const own = filled.filter((scene) => scene.person === person)
    for (const [kind, faults] of Object.entries(await layoutsOf(person, own))) {
      found[kind as keyof LayoutFaults].push(...faults)
    }
  }
  const where = `${filled.length} 个页面`
  note(`能点的地方不小于 ${LEAST_TARGET} px`, found.targets, where)
  note('图片不变形', found.pictures, where)
  note('没有横向溢出', found.overflow, where)
  note('底部按钮不落在安全区里', found.safeArea, where)
  expect(Object.values(found).flat()).toEqual([])
}, 120_000)

/** One person goes from page to page; the browser says what does not fit. */
async function layoutsOf(person: string, own: Scene[]): Promise<LayoutFaults> {
  const found: LayoutFaults = { targets: [], pictures: [], overflow: [], safeArea: [] }
  const bridge = doorBridge({ baseUrl: phones.cloud.url, person })
  const app = await launchInChromium({
    browser,
    dist: DIST,
    program: phones.program,
    bridge,
    entry: own[0]!.url,
  })
  const devtools = await app.page.context().newCDPSession(app.page)
  await devtools.send(
    'Emulation.setSafeAreaInsetsOverride' as never,
    { insets: { bottom: SAFE_BOTTOM } } as never,
  )
  for (const { name, url, sees } of own) {
    await app.driver.open(`/${url}`)
    await app.driver.waitForText(sees)
    await app.driver.idle()
    const faults = await app.page.evaluate(layoutFaults, { least: LEAST_TARGET, safeBottom: SAFE_BOTTOM })
    for (const [kind, lines] of Object.entries(faults) as [keyof LayoutFaults, string[]][]) {
      found[kind].push(...lines.map((line) => `${name}: ${line}`))
    }
  }
  await app.close()
  return found
}
