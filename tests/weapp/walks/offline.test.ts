import { doorBridge, newPhone, type Bridge } from '../host'
import { roadPhoto, startPhones, type Phones } from '../support/phones'
import { fillReport } from '../support/steps'

/** R-T2: an interrupted or offline submission is sent later, and once. */
let phones: Phones

beforeAll(async () => {
  phones = await startPhones()
}, 60_000)

afterAll(() => phones.close())

const WORDS = '幸福小区三号楼停水两天了，六楼的老人提不动水，希望尽快恢复。'

const ticketsOf = (person: string) => phones.cloud.store.count('tickets', { 'reporter.personId': person })

it('offline: kept over a restart, sent when the network returns, with its photo, once', async () => {
  const phone = { ...newPhone(), privacyAgreed: true }
  const citizen = await phones.start('citizen-1', { phone })
  await fillReport(citizen, { words: WORDS })
  citizen.offline(true)
  await citizen.waitForText('现在没有网络')
  citizen.answer({ media: [roadPhoto(false)] })
  await citizen.tap('添加照片')
  await citizen.waitForText('照片没传上去，有网后会自动再传')
  await citizen.tap('提交')
  await citizen.waitForText('已经替您存好，还没有送到')
  expect(ticketsOf('citizen-1')).toBe(0)
  citizen.close()

  const later = await phones.start('citizen-1', { phone })
  await later.waitForToast('之前写的已送到，编号 LX')
  await later.open('/pages/tickets/index')
  await later.tap('幸福小区', { nth: 0 })
  await later.waitForText('办理过程')
  expect(later.count('[aria-label^="放大看反映时的照片"]')).toBe(1)
  expect(ticketsOf('citizen-1')).toBe(1)
  later.close()

  const again = await phones.start('citizen-1', { phone })
  await again.idle()
  expect(again.toasts()).toEqual([])
  expect(ticketsOf('citizen-1')).toBe(1)
}, 60_000)

it('the network back while the page is open: it goes by itself, and the page goes on', async () => {
  const citizen = await phones.start('citizen-2')
  await fillReport(citizen, { words: WORDS })
  citizen.offline(true)
  await citizen.tap('提交')
  await citizen.waitForText('已经替您存好，还没有送到')
  citizen.offline(false)
  await citizen.waitForRoute('pages/report-done/index')
  await citizen.waitForText('已经收到')
  expect(ticketsOf('citizen-2')).toBe(1)
}, 60_000)

it('the reply lost: the ticket is there already, and trying again finds it instead of a second one', async () => {
  const door = doorBridge({ baseUrl: phones.cloud.url, person: 'citizen-3' })
  let lost = 0
  const bridge: Bridge = {
    ...door,
    async callFunction(name, data) {
      const answer = await door.callFunction(name, data)
      if ((data as { action: string }).action !== 'ticket.submit' || lost === 2) return answer
      lost += 1
      throw Object.assign(new Error('request:fail timeout'), { errCode: -1 })
    },
  }
  const citizen = await phones.start('citizen-3', { bridge })
  await fillReport(citizen, { words: WORDS })
  await citizen.tap('提交')
  await citizen.tap('现在再发一次')
  await citizen.waitForText('已经替您存好，还没有送到')
  await citizen.idle()
  await citizen.tap('现在再发一次')
  await citizen.waitForText('已经收到')
  expect(lost).toBe(2)
  expect(ticketsOf('citizen-3')).toBe(1)
}, 60_000)
