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
