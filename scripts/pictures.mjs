/**
 * Pictures of every page in every state and look, and the checks that a person would make with their eyes:
 * `npm run pictures [-- folder] [-- --only name]`. Exits with 1 when a check finds something.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { launchBrowser } from './lib/chromium.mjs'
import { startProduct } from './lib/product.mjs'
import { at } from './lib/root.mjs'
import { findings } from './pictures/checks.mjs'
import { LOOKS, PAGES } from './pictures/pages.mjs'

const args = process.argv.slice(2)
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
const folder = path.resolve(
  args.find((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--only') ??
    at('.cache', 'pictures'),
)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const [filled, empty, browser] = await Promise.all([
  startProduct(),
  startProduct({ empty: true }),
  launchBrowser(),
])
const { people } = await (await fetch(`${filled.url}/api/people`)).json()
const names = new Map(people.map((each) => [each.id, each]))
let pictures = 0
let bad = 0
try {
  for (const entry of PAGES.filter(({ name }) => !only || name.startsWith(only))) {
    const address = await addressOf(entry)
    if (address === undefined) {
      bad += 1
      console.log(`✗ ${entry.name}: nothing in the demo county to show`)
      continue
    }
    for (const look of LOOKS.filter(
      (each) => (!each.staffOnly || entry.staff) && Boolean(each.wallOnly) === Boolean(entry.wall),
    )) {
      for (const state of entry.states) await picture(entry, look, state, address)
    }
  }
} finally {
  await Promise.all([browser.close(), filled.stop(), empty.stop()])
}
console.log(`${pictures} pictures in ${folder}, ${bad} with findings`)
process.exitCode = bad === 0 ? 0 : 1

/** The page's address, with the id of the first ticket its list holds. */
async function addressOf({ path: address, person, id }) {
  if (!id) return address
  const answer = await filled.call(person, id.action, id.input)
  const first = answer.ok ? (answer.data.items ?? answer.data.days)[0] : undefined
  return first && `${address}?id=${first.id}`
}

async function picture(entry, look, state, address) {
  const product = state === 'empty' ? empty : filled
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    deviceScaleFactor: 1,
    hasTouch: look.width < 600,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  try {
    const token = entry.person && (await product.token(entry.person))
    await context.addInitScript(prepare, { token, person: names.get(entry.person), elder: look.elder })
    const page = await context.newPage()
    if (state === 'loading') await page.route('**/api/call/**', () => {})
    if (state === 'error')
      await page.route('**/api/call/**', (route) => route.fulfill({ status: 500, body: 'broken' }))
    for (const [action, data] of Object.entries((state === 'empty' && entry.none) || {}))
      await answer(page, action, data)
    await page.goto(product.url + address)
    // The states of a page say of themselves when they are there: a test id a state, nothing to wait for by time.
    const name = `${entry.name}.${look.name}.${state}`
    const found = await page
      .locator(`[data-state="${state}"]`)
      .first()
      .waitFor({ timeout: 15_000 })
      .then(() => findings(page, look))
      .catch((failure) => [`never says it is ${state}: ${failure.message.split('\n')[0]}`])
    // Pages scroll inside the window: a taller window shows all of one.
    const tall = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.taro_page')].map((each) => each.scrollHeight), 0),
    )
    await page.setViewportSize({ width: look.width, height: Math.max(look.height, Math.min(tall, 4000)) })
    await page.screenshot({ path: path.join(folder, `${name}.png`) })
    pictures += 1
    if (found.length > 0) bad += 1
    for (const line of found) console.log(`✗ ${name}: ${line}`)
  } finally {
    await context.close()
  }
}

/** Answers one action itself; the others reach the cloud. */
function answer(page, action, data) {
  return page.route('**/api/call/**', (route) =>
    route.request().postDataJSON().action === action
      ? route.fulfill({ json: { ok: true, data } })
      : route.fallback(),
  )
}

/** Runs in the page before its scripts: who is signed in, and the letter size. */
function prepare({ token, person, elder }) {
  if (token) {
    localStorage.setItem('minsheng.token', token)
    localStorage.setItem('minsheng.person', JSON.stringify(person))
  }
  localStorage.setItem('elder', JSON.stringify({ data: elder }))
}
