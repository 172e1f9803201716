import { field, roadPhoto, startPhones, type Phones } from '../support/phones'
import {
  approve,
  choose,
  fillReport,
  firstContact,
  FORM,
  handIn,
  openFromDesk,
  send,
  SEND,
  sign,
} from '../support/steps'

/** One ticket through the hands of the staff, the longer way: asked about, dispatched by hand, sent back, called about. */
let phones: Phones

beforeAll(async () => {
  phones = await startPhones()
}, 60_000)

afterAll(() => phones.close())

const WORDS = '我们小区门口的垃圾好几天没人清运了，苍蝇很多，味道很大，请安排清理。'

it('R-T7, R-P4, E7, E11, E12, E15, E16, R-C1, E17: from a question to a rating by phone', async () => {
  const citizen = await phones.start('citizen-1')
  await fillReport(citizen, { words: WORDS, township: '城关镇' })
  const number = await send(citizen)

  const operator = await phones.start('operator-1')
  await openFromDesk(operator, number)
  await choose(operator, '问反映人')
  await operator.input(field('要问的问题'), '请问是哪个小区的门口？')
  await operator.tap(SEND)
  await operator.waitForText('已问反映人')

  await citizen.open('/pages/tickets/index')
  await citizen.tap('我们小区门口的垃圾', { nth: 0 })
  await citizen.waitForText('请问是哪个小区的门口？')
  await citizen.tap('回答这个问题')
  await citizen.input('wx-textarea', '是幸福小区南门。', FORM)
  await citizen.tap('发送', FORM)
  await citizen.waitForGone(FORM.within)

  await openFromDesk(operator, number)
  await operator.tap('改一改')
  await operator.tap('[aria-label^="主办单位"]')
  await operator.input('[aria-label^="写几个字来找"]', '城市管理')
  await operator.tap('[role="radio"]', { within: '[role="dialog"][aria-label="选主办单位"]', nth: 0 })
  await operator.tap(SEND)
  await operator.waitForText('待签收')

  const unit = await phones.start('head-urban')
  await sign(unit, number)
  await firstContact(unit)
  const vague = '已到现场查看，情况属实，正在安排环卫公司进行清理。'
  await handIn(unit, '到幸福小区南门查看，垃圾桶满溢三天，是清运车坏了。', vague, roadPhoto(false))

  await openFromDesk(operator, number)
  await choose(operator, '退回补办')
  await operator.input(field('需要补办的内容'), '请写明哪天清运完，附清理后的照片。')
  await operator.tap(SEND)
  await operator.waitForText('已退回补办')

  await openFromDesk(unit, number)
  await unit.waitForText('请写明哪天清运完，附清理后的照片。')
  await handIn(
    unit,
    '到幸福小区南门查看，垃圾桶满溢三天，是清运车坏了没有替补。',
    '当天下午调来备用车，垃圾已全部清运，桶和地面冲洗消杀，请反映人看过。',
    roadPhoto(true),
  )
  await approve(operator, number)

  await choose(operator, '记下回访')
  await operator.tap('查看联系方式', FORM)
  await operator.tap('查看', { within: '[role="dialog"][aria-label="查看联系方式"]' })
  await operator.waitForText('19903001000')
  await operator.tap('接通了')
  await operator.tap('已解决')
  await operator.tap('满意', { within: '[aria-label="您对办理结果满意吗？"]' })
  await operator.tap('满意', { within: '[aria-label="您对工作人员的态度满意吗？"]' })
  await operator.tap(SEND)
  await operator.waitForText('已办结')
}, 120_000)

it('R-P5: calling it a report asks for a summary, and every other question keeps its place and its answer', async () => {
  const citizen = await phones.start('citizen-3')
  await fillReport(citizen, { words: WORDS, township: '城关镇' })
  const number = await send(citizen)
  const operator = await phones.start('operator-2')
  await openFromDesk(operator, number)
  await operator.tap('改一改')
  await operator.input(field('交办意见'), '请尽快清运')
  await operator.tap('举报', FORM)
  await operator.waitFor(() => operator.has(field('转办摘要')))
  expect(operator.value(field('交办意见'))).toBe('请尽快清运')
  await operator.tap('求助', FORM)
  await operator.waitForGone(field('转办摘要'))
  expect(operator.value(field('交办意见'))).toBe('请尽快清运')
}, 60_000)

it('R-P1: a citizen who comes by a shared link is shown the way', async () => {
  const citizen = await phones.start('citizen-2', { entry: 'workbench/home/index' })
  await citizen.waitForText('这里是工作人员办事的地方')
  await citizen.tap('回首页')
  await citizen.waitForRoute('pages/home/index')
})
