import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { scenePhoto } from '../../demo/photos/scenes'
import { seededRandom } from '../../demo/random'
import { startProduct, type Product, type Visitor } from './support/product'
import { approve, firstContact, handIn, openFromDesk } from './support/steps'

/** One matter all the way through, by tapping, in a real browser: every person at a device of their own. */
let product: Product
let folder: string
let broken: string
let mended: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'minsheng-photos-'))
  broken = path.join(folder, 'broken.png')
  mended = path.join(folder, 'mended.png')
  writeFileSync(broken, scenePhoto('road', seededRandom(1), false))
  writeFileSync(mended, scenePhoto('road', seededRandom(2), true))
  product = await startProduct()
}, 120_000)

afterAll(async () => {
  await product.close()
  rmSync(folder, { recursive: true, force: true })
})

afterEach(() => {
  expect(product.problems.splice(0)).toEqual([])
})

const WORDS = '我们村口到小学的路坑坑洼洼，路面破损厉害，下雨天孩子踩着泥水上学，盼着早点修好。'

describe('the main job', () => {
  it('R-T1, R-T4, R-H4, E11…E19: submitted, dispatched, handled, approved, not satisfied, done again, satisfied', async () => {
    const citizen = await product.visitor('citizen-1')
    const number = await submit(citizen)

    const operator = await product.visitor('operator-1', { width: 1280 })
    await dispatch(operator, number)

    const head = await product.visitor('head-transport')
    await openFromDesk(head, number)
    await head.tap('签收')
    await head.sees('办理中')
    await firstContact(head)
    await progress(head)
    await handInFromStandard(
      head,
      '到村口逐段查看，村口到小学四百米路面破损属实，主要是大车碾压和排水不畅。',
      '铺了碎石和沥青，路面已经修平，两侧清了排水沟，孩子上学不再踩泥。',
      mended,
    )

    await approve(operator, number)
    await citizen.open('/pages/tickets/index')
    await citizen.tap(/待我评价/, 'tab')
    await rate(citizen, '未解决', '不满意', '问题没解决')

    await openFromDesk(operator, number)
    await operator.sees('待研判')
    await operator.tap('退回重办')
    await operator.fill('重办要求', '反映人说雨后又有两处塌陷，请到现场补修并拍照。')
    await operator.tap('退回重办')
    await operator.accepted()

    await openFromDesk(head, number)
    await firstContact(head)
    await handIn(
      head,
      '雨后复查，村口小学段确有两处塌陷，是回填土没有压实造成的。',
      '已挖开重新回填压实，铺了新的沥青路面，请反映人到现场看过。',
      mended,
    )
    await approve(operator, number)

    await citizen.open('/pages/tickets/index')
    await citizen.tap(/待我评价/, 'tab')
    await rate(citizen, '已解决', '满意')
    await citizen.open('/pages/tickets/index')
    await citizen.tap(/已办结/, 'tab')
    await citizen.sees(/村口到小学/)
  }, 240_000)

  it('R-T2: what was typed survives closing the page', async () => {
    const citizen = await product.visitor('citizen-3')
    await citizen.open('/pages/report/index')
    await citizen.fill('发生了什么事', '巷子里的路灯坏了三天，晚上看不清路')
    await citizen.page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => localStorage.getItem(key)?.includes('路灯坏了三天')),
    )
    await citizen.page.close()
    const again = await citizen.context.newPage()
    await again.goto(`${product.cloud.url}/pages/report/index`)
    await again.getByText('上次没写完的内容还在').waitFor()
    expect(await again.getByLabel('发生了什么事').inputValue()).toContain('路灯坏了三天')
  }, 60_000)
})

async function submit(citizen: Visitor): Promise<string> {
  await citizen.open('/pages/home/index')
  await citizen.page.getByText('我要反映').first().tap()
  await citizen.fill('发生了什么事', WORDS)
  await citizen.addPhoto('添加照片', broken)
  await citizen.page.getByText('选择乡镇（街道）').first().tap()
  await citizen.tap('柳林镇', 'radio')
  await citizen.page.getByText('选择村（社区）').first().tap()
  await citizen.tap('小河村', 'radio')
  await citizen.tap('提交')
  await citizen.sees('已经收到')
  const number = /LX\d{8}-\d{4}/.exec(await citizen.page.locator('body').innerText())?.[0]
  expect(number).toBeDefined()
  await citizen.tap('看这件事的进展')
  await citizen.sees('办理过程')
  return number!
}

async function dispatch(operator: Visitor, number: string): Promise<void> {
  await openFromDesk(operator, number)
  await operator.sees('派单建议')
  await operator.tap('按建议派单')
  await operator.sees('待签收')
}

async function progress(staff: Visitor): Promise<void> {
  await staff.tap('更多')
  await staff.page.getByText('写进展').last().tap()
  await staff.fill('进展', '施工队已经进场，预计后天完工。')
  await staff.tap('告知反映人', 'radio')
  await staff.tap('写进展')
  await staff.accepted()
}

/** R-H4: a standard reply fills the fields, and is not sent while one of its gaps is open; then in own words. */
async function handInFromStandard(head: Visitor, found: string, done: string, photo: string): Promise<void> {
  const written = (label: string) => head.page.getByLabel(label, { exact: true }).last().inputValue()
  await head.tap('报送结果')
  await head.tap('从标准答复开始写')
  await head.tap(/^现场处理/, 'radio')
  expect(await written('调查情况')).toMatch(/^【日期】到【地点】查看/)
  expect(await written('办理情况')).toMatch(/^【日期】【做了什么】/)
  await head.tap('已经解决', 'checkbox')
  await head.fill('与反映人沟通情况', '办完后打电话告诉了反映人。')
  await head.tap('报送结果')
  await head.sees('还有没填的地方：【日期】【地点】【看到了什么】，请填好或去掉')
  await head.fill('调查情况', found)
  await head.fill('办理情况', done)
  await head.addPhoto('添加现场照片', photo)
  await head.tap('报送结果')
  await head.accepted()
}

async function rate(citizen: Visitor, solved: string, satisfaction: string, reason?: string): Promise<void> {
  await citizen.page
    .getByText(/村口到小学/)
    .last()
    .tap()
  await citizen.tap('去评价')
  await citizen.tap(solved, 'radio')
  const choices = citizen.page.getByRole('radio', { name: satisfaction, exact: true })
  await choices.first().tap()
  await choices.last().tap()
  if (reason) await citizen.tap(reason, 'checkbox')
  await citizen.tap('提交评价')
  await citizen.tap('好的')
}
