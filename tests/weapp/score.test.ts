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
/** In px: WeChat asks for targets of 20, fingers like 44; everything is larger in elder mode (R-Y1). */
const LEAST = {
  normal: { target: 44, letters: 13 },
  elder: { target: 60, letters: 18 },
}

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

it('R-Y1 the layout of every page, in a browser, and once more in elder mode', async () => {
  const filled = all.filter(({ state }) => state === 'filled')
  const found = { normal: noFaults(), elder: noFaults() }
  for (const person of new Set(filled.map((scene) => scene.person))) {
    const own = filled.filter((scene) => scene.person === person)
    await layoutsOf(person, own, found)
  }
  const where = `${filled.length} 个页面`
  for (const [scale, name] of [
    ['normal', ''],
    ['elder', '大字版'],
  ] as const) {
    const { targets, letters, pictures, overflow, safeArea } = found[scale]
    note(`${name}能点的地方不小于 ${LEAST[scale].target} px`, targets, where)
    note(`${name}字不小于 ${LEAST[scale].letters} px`, letters, where)
    note(`${name}图片不变形`, pictures, where)
    note(`${name}没有横向溢出`, overflow, where)
    note(`${name}底部按钮不落在安全区里`, safeArea, where)
  }
  expect(Object.values(found).flatMap((faults) => Object.values(faults).flat())).toEqual([])
}, 120_000)

const noFaults = (): LayoutFaults => ({ targets: [], letters: [], pictures: [], overflow: [], safeArea: [] })

/** One person goes from page to page; the browser says what does not fit. */
async function layoutsOf(
  person: string,
  own: Scene[],
  found: Record<'normal' | 'elder', LayoutFaults>,
): Promise<void> {
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
  for (const [scale, faults] of Object.entries(found) as ['normal' | 'elder', LayoutFaults][]) {
    if (scale === 'elder') {
      await app.driver.open('/pages/me/index')
      await app.driver.tap('大字版')
    }
    for (const { name, url, sees } of own) {
      await app.driver.open(`/${url}`)
      await app.driver.waitForText(sees)
      await app.driver.idle()
      const here = await app.page.evaluate(layoutFaults, { ...LEAST[scale], safeBottom: SAFE_BOTTOM })
      for (const [kind, lines] of Object.entries(here) as [keyof LayoutFaults, string[]][]) {
        faults[kind].push(...lines.map((line) => `${name}: ${line}`))
      }
    }
  }
  await app.close()
}
