import { field, roadPhoto, startPhones, type Phones } from '../support/phones'
import {
  acceptProposal,
  approve,
  fillReport,
  firstContact,
  handIn,
  openFromDesk,
  rate,
  SEND,
  send,
  sign,
} from '../support/steps'

/** One matter all the way through the built mini-program, every person at a phone of their own. */
let phones: Phones

beforeAll(async () => {
  phones = await startPhones()
}, 60_000)

afterAll(() => phones.close())

const WORDS = '我们村口到小学的路坑坑洼洼，路面破损厉害，下雨天孩子踩着泥水上学，盼着早点修好。'
const broken = roadPhoto(false)
const mended = roadPhoto(true)

it('R-T1, R-T4, E11…E19: submitted, dispatched, handled, approved, not satisfied, done again, satisfied', async () => {
  const citizen = await phones.start('citizen-1')
  await citizen.tap('我要反映')
  await citizen.waitForRoute('pages/report/index')
  const photos = [broken, { ...mended, name: '另一处.png' }]
  await fillReport(citizen, { words: WORDS, township: '柳林镇', village: '小河村', photos })
  const number = await send(citizen)
  await citizen.tap('看这件事的进展')
  await citizen.waitForText('办理过程')
  expect(citizen.count('[aria-label^="放大看反映时的照片"]')).toBe(2)

  const operator = await phones.start('operator-1')
  await acceptProposal(operator, number)

  const unit = await phones.start('head-transport')
  await sign(unit, number)
  await firstContact(unit)
  await handIn(
    unit,
    '到村口逐段查看，村口到小学四百米路面破损属实，主要是大车碾压和排水不畅。',
    '铺了碎石和沥青，路面已经修平，两侧清了排水沟，孩子上学不再踩泥。',
    mended,
  )

  await approve(operator, number)
  await rate(citizen, '村口到小学', { solved: '未解决', satisfaction: '不满意', reason: '问题没解决' })

  await openFromDesk(operator, number)
  await operator.waitForText('待研判')
  await operator.tap('退回重办')
  await operator.input(field('重办要求'), '反映人说雨后又有两处塌陷，请到现场补修并拍照。')
  await operator.tap(SEND)
  await operator.waitForText('办理中')

  await openFromDesk(unit, number)
  await handIn(
    unit,
    '雨后复查，村口小学段确有两处塌陷，是回填土没有压实造成的。',
    '已挖开重新回填压实，铺了新的沥青路面，请反映人到现场看过。',
    mended,
  )
  await approve(operator, number)

  await rate(citizen, '村口到小学', { solved: '已解决', satisfaction: '满意' })
  await citizen.open('/pages/tickets/index')
  await citizen.tap('已办结')
  await citizen.waitForText('村口到小学')
}, 120_000)
