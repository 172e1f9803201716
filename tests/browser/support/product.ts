import type { Browser, BrowserContext, Page } from 'playwright-core'
import { people } from '../../../demo/county/people'
import type { LocalCloud } from '../../../localcloud/server'
import { startDemoCloud } from '../../support/demo-cloud'
import { launchBrowser } from './chromium'

/** The built product in one process, with the demo county and without its history, and a browser to use it. */
export interface Product {
  cloud: LocalCloud
  /** A person with a phone or desktop of their own; page errors and console errors end up in `problems`. */
  visitor(personId: string, options?: { width?: number }): Promise<Visitor>
  problems: string[]
  /** Moves the cloud's clock and everybody's device to this moment, and lets time do what is due by then. */
  moveTo(moment: Date): Promise<void>
  /** @throws when a function asked the database without an index */
  close(): Promise<void>
}

export interface Visitor {
  page: Page
  context: BrowserContext
  open(address: string): Promise<void>
  /** Taps what has this role name, as a finger or a reader of the screen finds it. */
  tap(
    name: string | RegExp,
    role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab',
  ): Promise<void>
  /** Types into the field with this label. */
  fill(label: string, words: string): Promise<void>
  sees(words: string | RegExp): Promise<void>
  /** Waits until the open sheet has gone: what it sent was accepted. */
  accepted(): Promise<void>
  /** Chooses files where the page asks for them. */
  addPhoto(button: string, file: string): Promise<void>
}

export async function startProduct(): Promise<Product> {
  const { cloud, close } = await startDemoCloud({ h5: true })
  const browser: Browser = await launchBrowser()
  const problems: string[] = []
  const visitors: Visitor[] = []
  let moment: Date | undefined
  return {
    cloud,
    problems,
    async visitor(personId, options) {
      const visitor = await visit(browser, cloud.url, personId, problems, options)
      visitors.push(visitor)
      if (moment) await visitor.context.clock.setFixedTime(moment)
      return visitor
    },
    async moveTo(to) {
      // A photo's link lasts minutes: one still on its way would be refused after the jump.
      for (const { page } of visitors) await page.waitForLoadState('networkidle')
      moment = to
      cloud.clock.set(to)
      const fired = await cloud.triggers.runDue()
      const broken = fired.find(({ error }) => error !== undefined)
      if (broken) throw new Error(`${broken.functionName}: ${broken.error}`)
      for (const { context } of visitors) await context.clock.setFixedTime(to)
    },
    async close() {
      await browser.close()
      await close()
    },
  }
}

async function visit(
  browser: Browser,
  url: string,
  personId: string,
  problems: string[],
  { width = 375 }: { width?: number } = {},
): Promise<Visitor> {
  const phone = width < 600
  const context = await browser.newContext({
    viewport: { width, height: phone ? 812 : 800 },
    hasTouch: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(`${personId}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${personId}: ${message.text()}`)
  })

  // Signs in as people do: by the chooser.
  await page.goto(`${url}/signin`)
  const { name } = people.find(({ id }) => id === personId)!
  await page.locator('button.person', { hasText: name }).first().click()
  await page.waitForURL((address) => !address.pathname.startsWith('/signin'))

  const press = phone ? 'tap' : 'click'
  /** What lies on top: an open sheet covers the page below it. */
  const top = async () => {
    const dialogs = page.getByRole('dialog')
    return (await dialogs.count()) > 0 ? dialogs.last() : page.locator('body')
  }
  return {
    page,
    context,
    open: async (address) => void (await page.goto(url + address)),
    async tap(name, role = 'button') {
      const named = (await top()).getByRole(role, { name, exact: typeof name === 'string' })
      const target = named.filter({ visible: true }).last()
      await target[press]().catch(async (error: Error) => {
        // What stood there instead says more than the waiting.
        throw new Error(
          `${personId} cannot tap ${role} ${name}: ${error.message}\n${await (await top()).innerText()}`,
        )
      })
    },
    async fill(label, words) {
      await (await top()).getByLabel(label, { exact: true }).last().fill(words)
    },
    sees: async (words) => void (await page.getByText(words).filter({ visible: true }).first().waitFor()),
    async accepted() {
      const sheet = page.getByRole('dialog')
      await sheet.waitFor({ state: 'detached' }).catch(async () => {
        throw new Error(`${personId}: still open: ${await sheet.innerText()}`)
      })
    },
    addPhoto: async (button, file) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: button }).last()[press](),
      ])
      await chooser.setFiles(file)
      await page.getByRole('button', { name: /^去掉/ }).last().waitFor()
      await page.getByText(/^\d+%$/).waitFor({ state: 'detached' })
    },
  }
}
