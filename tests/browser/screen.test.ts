import type { Browser } from 'playwright-core'
import type { LocalCloud } from '../../localcloud/server'
import { startDemoCloud } from '../support/demo-cloud'
import { launchBrowser } from './support/chromium'

/** The lobby's screen through weeks of refreshes, and while the cloud is away (R-G3). */
let demo: { cloud: LocalCloud; close(): Promise<void> }
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemoCloud({ h5: true }), launchBrowser()])
}, 170_000)
afterAll(async () => {
  await browser.close()
  await demo.close()
})

const REFRESHES = 10_000
const MOST_GROWTH = 5 * 1024 * 1024

/**
 * In the page before its scripts: waiting of a second and more takes place when the test says so, and the cloud's answer
 * comes from memory, a little different every time.
 */
function fakeClock() {
  const later: (() => void)[] = []
  const wall = window as unknown as {
    wait: typeof setTimeout
    tick(times: number): Promise<void>
    away: boolean
    offset: number
  }
  const realTimeout = window.setTimeout.bind(window)
  const realFetch = window.fetch.bind(window)
  const realNow = Date.now.bind(Date)
  wall.away = false
  wall.offset = 0
  Date.now = () => realNow() + wall.offset
  window.setTimeout = ((run: () => void, ms?: number) => {
    if ((ms ?? 0) < 1000) return realTimeout(run, ms)
    later.push(run)
    return 0
  }) as typeof setTimeout
  let known: string | undefined
  let turn = 0
  window.fetch = async (...args) => {
    if (!String(args[0]).includes('/api/call/open')) return realFetch(...args)
    if (wall.away) throw new TypeError('Failed to fetch')
    known ??= await (await realFetch(...args)).text()
    const answer = JSON.parse(known) as { data: { today: { serving?: number; waiting: number[] }[] } }
    turn++
    for (const line of answer.data.today) {
      line.serving = turn % 90
      line.waiting = Array.from({ length: turn % 9 }, (_, index) => (turn % 90) + index + 1)
    }
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
  }
  wall.tick = async (times) => {
    const channel = new MessageChannel()
    const nextTask = () =>
      new Promise<void>((resolve) => {
        channel.port1.onmessage = () => resolve()
        channel.port2.postMessage(0)
      })
    for (let done = 0; done < times;) {
      const run = later.splice(0)
      for (const each of run) each()
      if (run.length > 0) {
        done++
        wall.offset += 10_000
      }
      await nextTask()
    }
  }
}

it('R-G3 ten thousand refreshes leave no memory behind, and a cloud that is away shows its age until it is back', async () => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await page.addInitScript(fakeClock)
  await page.goto(`${demo.cloud.url}/open/screen/index`)
  await page.getByText('今日接待').waitFor()
  const tick = (times: number) =>
    page.evaluate((n) => (window as unknown as { tick(times: number): Promise<void> }).tick(n), times)
  const session = await page.context().newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return ((await session.send('Runtime.getHeapUsage')) as { usedSize: number }).usedSize
  }
  await tick(300)
  const before = await heap()
  await tick(REFRESHES)
  const growth = (await heap()) - before
  expect(growth).toBeLessThan(MOST_GROWTH)

  // The whole of it stands on the wall, nothing is cut off, and the least of it is read from eight metres.
  const layout = await page.evaluate(() => ({
    overflows:
      document.documentElement.scrollWidth > innerWidth ||
      document.documentElement.scrollHeight > innerHeight,
    cut: [...document.querySelectorAll('.taro_page *')]
      .filter(
        (each) =>
          (each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1) ||
          (getComputedStyle(each).overflowY === 'hidden' && each.scrollHeight > each.clientHeight + 1),
      )
      .map((each) => each.textContent),
    least: Math.min(
      ...[...document.querySelectorAll('.taro_page *')]
        .filter((each) =>
          [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((each) => parseFloat(getComputedStyle(each).fontSize)),
    ),
  }))
  expect(layout.overflows).toBe(false)
  expect(layout.cut).toEqual([])
  expect(layout.least).toBeGreaterThanOrEqual(36)

  const away = (is: boolean) =>
    page.evaluate((value) => {
      ;(window as unknown as { away: boolean }).away = value
    }, is)
  await away(true)
  await tick(18)
  await page.getByText(/网络断开，正在重新连接。上面是 \d 分钟前的情况/).waitFor()
  await away(false)
  await tick(2)
  await page.getByText(/服务热线/).waitFor()
  expect(problems).toEqual([])
}, 170_000)
