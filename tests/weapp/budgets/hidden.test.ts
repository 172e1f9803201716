import { doorBridge, type App, type Bridge } from '../host'
import { startPhones, type Phones } from '../support/phones'
import { fillReport, send } from '../support/steps'
import { Meter } from './meter'

/** Nothing crosses to the view of a page that nobody sees, and all of it is there when the page is seen again. */
let phones: Phones
const meter = new Meter()

beforeAll(async () => {
  phones = await startPhones()
}, 60_000)

afterAll(async () => {
  meter.report('hidden')
  await phones.close()
})

/** A way to the cloud whose answers wait until they are let through. */
function gated(door: Bridge): { bridge: Bridge; open(): void } {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const callFunction: Bridge['callFunction'] = async (name, data) => {
    await gate
    return door.callFunction(name, data)
  }
  return { bridge: { ...door, callFunction }, open: () => open() }
}

async function startGated(person: string) {
  const { bridge, open } = gated(doorBridge({ baseUrl: phones.cloud.url, person }))
  return { app: await phones.start(person, { bridge }), open }
}

function expectQuiet(app: App, where: string): void {
  const { hiddenSetData } = app.stats()
  meter.note('hidden', hiddenSetData.length, where)
  expect(hiddenSetData).toEqual([])
}

const EMPTY_HOME = '您反映的事会在这里，能看到谁在办、什么时候办好'

it('answers that arrive while another page lies above are shown when one comes back', async () => {
  const { app, open } = await startGated('citizen-1')
  await app.tap('我要反映')
  await app.waitForRoute('pages/report/index')
  open()
  await app.idle()
  expectQuiet(app, '首页，上面压着“我要反映”')
  await app.back()
  await app.waitForText(EMPTY_HOME)
  await app.waitForText('县领导接待日')
})

it('answers that arrive in the background are shown when the mini-program comes back', async () => {
  const { app, open } = await startGated('citizen-2')
  await app.waitForText('我要反映')
  await app.hide()
  open()
  await app.idle()
  expectQuiet(app, '首页，小程序在后台')
  await app.show()
  await app.waitForText(EMPTY_HOME)
})

it('large text and the network change the pages behind only when they are seen', async () => {
  const app = await phones.start('citizen-3')
  await fillReport(app, { words: '巷子里的路灯坏了三天，晚上看不清路。' })
  await send(app)
  await app.open('/pages/home/index')
  await app.idle()
  for (const tab of ['我的事项', '消息', '我的']) {
    await app.tab(tab)
    await app.idle()
  }
  await app.tap('大字版')
  app.offline(true)
  await app.waitForText('现在没有网络')
  await app.idle()
  expectQuiet(app, '其余标签页，换大字版、断网')
  await app.tab('我的事项')
  await app.waitForText('现在没有网络')
  expect(app.has('.theme-elder')).toBe(true)
  app.offline(false)
  await app.waitForGone('现在没有网络')
  await app.tab('首页')
  await app.idle()
  expect(app.has('.theme-elder')).toBe(true)
  expectQuiet(app, '其余标签页，来网')
})

it('a page that changed its parts while hidden is whole when seen', async () => {
  const { app, open } = await startGated('operator-1')
  await app.open('/workbench/home/index')
  await app.waitFor(() => app.has('[aria-label="正在打开"]'))
  await app.hide()
  open()
  await app.idle()
  expectQuiet(app, '工作台，小程序在后台')
  await app.show()
  await app.waitForText('全部状态')
  await app.tap('已超时')
  await app.waitForText('没有超时的事项')
})
