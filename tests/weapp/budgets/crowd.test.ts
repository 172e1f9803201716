import type { App } from '../host'
import { startPhones, type Phones } from '../support/phones'
import { addTickets } from './crowd'
import { Meter } from './meter'

/** The lists with 10,000 tickets behind them: what they send and how large they grow, however far one goes. */
const MANY = 10_000
let phones: Phones
const meter = new Meter()

beforeAll(async () => {
  phones = await startPhones({ history: true })
  addTickets(phones.cloud.store, 'citizen-1', MANY)
}, 120_000)

afterAll(async () => {
  meter.report('crowd')
  await phones.close()
})

/** What the list sent since the last look, and what stands on the page now. */
function note(app: App, where: string): void {
  const { page, setData } = app.stats()
  for (const { bytes } of setData) meter.note('list', bytes, where)
  meter.note('nodes', page.nodes, where)
  meter.note('depth', page.depth, where)
  meter.note('children', page.widest, where)
  app.forget()
}

it('我的事项: page after page, until older ones replace the newer', async () => {
  const citizen = await phones.start('citizen-1', { entry: 'pages/tickets/index' })
  await citizen.idle()
  note(citizen, '我的事项')
  for (let page = 2; !citizen.has('看更早的'); page += 1) {
    await citizen.tap('再看一些')
    await citizen.idle()
    note(citizen, `我的事项，第 ${page} 页`)
  }
  await citizen.tap('看更早的')
  await citizen.idle()
  note(citizen, '我的事项，更早的')
  await citizen.tap('回到最新')
  await citizen.idle()
  note(citizen, '我的事项，回到最新')
  expect(meter.excess()).toEqual([])
}, 60_000)

it('工作台 on a phone: its lists, and several pages of one', async () => {
  const operator = await phones.start('operator-1', { entry: 'workbench/home/index' })
  await operator.idle()
  for (const view of ['已超时', '待我办', '全部']) {
    await operator.tap(view)
    await operator.idle()
    note(operator, `工作台，${view}`)
  }
  expect(operator.texts().join()).toMatch(/共 1\d{4} 件/)
  for (let page = 2; page < 5; page += 1) {
    await operator.tap('下一页')
    await operator.waitForText(`第 ${page} 页`)
    await operator.idle()
    note(operator, `工作台，第 ${page} 页`)
  }
  expect(meter.excess()).toEqual([])
}, 60_000)

it('工作台 on a desktop: the list with a ticket beside it', async () => {
  const device = { windowWidth: 1280, windowHeight: 800, screenWidth: 1280 }
  const operator = await phones.start('operator-1', { entry: 'workbench/home/index', device })
  await operator.idle()
  await operator.tap('LX19700101', { nth: 0 })
  await operator.waitForText('办理过程')
  await operator.idle()
  note(operator, '工作台，电脑窗口')
  expect(meter.excess()).toEqual([])
}, 60_000)
