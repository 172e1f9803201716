import { newPhone } from '../host'
import { field, roadPhoto, startPhones, type Phones } from '../support/phones'
import { fillReport, send } from '../support/steps'

/** What the platform asks, and people who say no: the form stays usable without. */
let phones: Phones

beforeAll(async () => {
  phones = await startPhones()
}, 60_000)

afterAll(() => phones.close())

const WORDS = '北关村东头的路灯坏了三盏，晚上出门看不见路，老人差点摔倒。'
const asked = '使用前请您同意'

it('privacy refused: asked before the album, the place and the phone number, and the report still goes', async () => {
  const citizen = await phones.start('citizen-1', {
    phone: newPhone(),
    answers: { phoneNumber: 'allow' },
  })
  await fillReport(citizen, { words: WORDS })
  for (const wish of ['添加照片', '在地图上标出位置', '使用微信绑定的手机号']) {
    await citizen.tap(wish)
    await citizen.waitForText(asked)
    await citizen.tap('不同意')
    await citizen.waitForGone(asked)
  }
  expect(citizen.value(field('发生了什么事'))).toBe(WORDS)
  expect(citizen.count('去掉照片 1')).toBe(0)
  expect(citizen.phone.privacyAgreed).toBe(false)
  await send(citizen)
}, 60_000)

it('privacy agreed: asked once, by the tap on 同意, then not again', async () => {
  const citizen = await phones.start('citizen-2', {
    phone: newPhone(),
    answers: { media: [roadPhoto(false)], phoneNumber: 'allow' },
  })
  await fillReport(citizen, { words: WORDS })
  await citizen.tap('添加照片')
  await citizen.waitForText(asked)
  await citizen.tap('查看《隐私保护指引》')
  expect(citizen.calls('openPrivacyContract')).toHaveLength(1)
  await citizen.tap('同意')
  await citizen.waitForText('去掉照片 1')
  await citizen.tap('使用微信绑定的手机号')
  await citizen.waitForText('已记下您的手机号')
  expect(citizen.has(asked)).toBe(false)
}, 60_000)

it.each([
  ['closed', 'cancel'],
  ['not allowed', 'deny'],
] as const)(
  'the place %s: the report goes with the township alone',
  async (_, location) => {
    const citizen = await phones.start('citizen-3', { answers: { location } })
    await fillReport(citizen, { words: `${WORDS}（${location}）`, township: '柳林镇' })
    await citizen.tap('在地图上标出位置')
    await citizen.idle()
    expect(citizen.has('在地图上标出位置')).toBe(true)
    await send(citizen)
  },
  60_000,
)

it('a place on the map is shown, and can be taken away', async () => {
  const location = { name: '文化路口', latitude: 30.1, longitude: 119.2 }
  const citizen = await phones.start('citizen-4', { answers: { location } })
  await fillReport(citizen, { words: WORDS, township: '柳林镇' })
  await citizen.tap('在地图上标出位置')
  await citizen.waitForText('文化路口')
  await citizen.tap('去掉')
  await citizen.waitForText('在地图上标出位置')
}, 60_000)

it('the album closed or not allowed: no photo, and no word of blame', async () => {
  const citizen = await phones.start('citizen-5', { answers: { media: 'deny' } })
  await fillReport(citizen, { words: WORDS })
  await citizen.tap('添加照片')
  citizen.answer({ media: 'cancel' })
  await citizen.tap('添加照片')
  await citizen.idle()
  expect(citizen.count('去掉照片 1')).toBe(0)
  expect(citizen.toasts()).toEqual([])
}, 60_000)

it('R-N1 WeChat may tell: asked on the tap after sending; who refuses is not asked again, but finds it under 我的', async () => {
  const citizen = await phones.start('citizen-6', { answers: { subscribe: 'accept' } })
  const asked = () => citizen.calls('requestSubscribeMessage')
  await fillReport(citizen, { words: WORDS })
  await send(citizen)
  expect(asked()).toHaveLength(0)
  await citizen.tap('有进展微信告诉我')
  await citizen.waitForText('好的，有了进展会在微信里告诉您')
  expect(asked()).toHaveLength(1)
  citizen.answer({ subscribe: 'reject' })
  await fillReport(citizen, { words: `${WORDS}又坏了一盏。` })
  await send(citizen)
  await citizen.tap('有进展微信告诉我')
  await citizen.waitForText('没关系，消息随时在「消息」里看')
  await fillReport(citizen, { words: `${WORDS}还有一盏。` })
  await send(citizen)
  await citizen.idle()
  expect(citizen.has('有进展微信告诉我')).toBe(false)
  expect(asked()).toHaveLength(2)
}, 60_000)
