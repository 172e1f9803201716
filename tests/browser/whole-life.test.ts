import { citizenPhone } from '../../demo/county/people'
import { startProduct, type Product, type Visitor } from './support/product'
import { approve, choose, command, dispatchTo, firstContact, handIn, openFromDesk } from './support/steps'

/** The two long ways of a matter, by hand, every person on their own pages; only the clock is moved for them. */
let product: Product
let operator: Visitor
let second: Visitor

beforeAll(async () => {
  product = await startProduct()
}, 120_000)
afterAll(() => product.close())
afterEach(() => {
  expect(product.problems.splice(0)).toEqual([])
})

/** Everybody signs in once, on the device they work at. */
const signedIn = new Map<string, Visitor>()
async function person(id: string, width?: number): Promise<Visitor> {
  const visitor = signedIn.get(id) ?? (await product.visitor(id, width === undefined ? {} : { width }))
  signedIn.set(id, visitor)
  return visitor
}

async function begin(moment: Date): Promise<void> {
  await product.moveTo(moment)
  operator = await person('operator-1', 1280)
  second = await person('operator-2', 1280)
}

/** A day of March 2026, which begins on a Sunday; hours as in the county. */
const on = (day: number, hour: number) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+08:00`)

/** What a unit found and did. Of two matters it may not say the same (R-H5). */
const POTHOLES = {
  found: '到村口查看，路面有十二处坑洼，最深的八厘米。',
  done: '用沥青补好了路面十二处坑洼，已经压实。',
}
const SUNK = {
  found: '雨后复查，村口路面又有三处塌陷，是回填没有压实。',
  done: '三处塌陷的路面已经挖开重填、压实、铺好。',
}
const CRACKS = {
  found: '量了村口到小学这段路，坑坑洼洼的有九处，都在重车拐弯的地方。',
  done: '九处坑洼挖到路基重做，浇了混凝土。',
}
const WASHED_OUT = {
  found: '雨后去看，小学门口的路面坑了一块，下面被水掏空。',
  done: '掏空的地方灌了浆，路面重铺，路边装了限重牌。',
}

describe('a call, all the way', () => {
  it.each([
    ['by its reporter, who has linked it by phone and number', 1, 2, POTHOLES, SUNK],
    ['by phone', 2, 9, CRACKS, WASHED_OUT],
  ] as const)(
    'R-T5 E13 R-H3 R-L3 R-H5 R-C1 R-C4 R-T11 R-C6: from the call to the docket, rated last %s',
    async (_, caller, start, first, again) => {
      const phone = citizenPhone(caller)
      const at = (days: number, hour: number) => product.moveTo(on(start + days, hour))
      await begin(on(start, 9))
      const number = await intake(phone)

      // The wrong unit, which gives it back; then the right one, with the township beside it.
      await openFromDesk(operator, number)
      await dispatchTo(operator, '澜溪县城市管理局', '柳林镇人民政府')
      const wrong = await person('head-urban')
      await openFromDesk(wrong, number)
      await command(wrong, '退回中心')
      await wrong.tap('不在本单位辖区', 'checkbox')
      await wrong.fill('依据', '这段路在村外，由交通运输部门养护。')
      await wrong.tap('退回中心')
      await wrong.accepted()
      await openFromDesk(operator, number)
      await dispatchTo(operator, '澜溪县交通运输局', '柳林镇人民政府')

      await at(0, 11)
      const head = await person('head-transport')
      await openFromDesk(head, number)
      await head.tap('签收')
      await head.sees('办理中')
      await firstContact(head)
      await extend(head, number, start)

      await at(1, 10)
      const helper = await person('handler-liulin')
      await openFromDesk(helper, number)
      await helper.tap('报送协办情况')
      await helper.fill('办理情况', '已经组织村里清理了两侧排水沟。')
      await helper.tap('报送协办情况')
      await helper.accepted()

      // A result that says nothing is caught, and mended.
      await handIn(head, '经了解情况属实，我们高度重视此事。', '已经按照有关规定认真进行了处理。')
      await openFromDesk(operator, number)
      await operator.tap('通过')
      await operator.sees(/没有回应反映的事情/)
      await operator.page.keyboard.press('Escape')
      await operator.accepted()
      await command(operator, '退回补办')
      await operator.fill('需要补办的内容', '没有写清查到什么、做了什么，请写具体。')
      await operator.tap('退回补办')
      await operator.accepted()
      await openFromDesk(head, number)
      await handIn(head, first.found, first.done)
      await approve(operator, number)

      // Nobody answers twice; the third time they are not satisfied.
      await at(2, 10)
      await callBack(second, number, '没人接')
      await at(3, 19)
      await callBack(second, number, '没人接')
      await at(4, 10)
      await callBack(second, number, '接通了', ['未解决', '不满意', '问题没解决'])
      await openFromDesk(operator, number)
      await operator.sees('待研判')
      await operator.tap('退回重办')
      await operator.fill('重办要求', '反映人说雨后又坏了三处，请到现场补修并拍照。')
      await operator.tap('退回重办')
      await operator.accepted()

      await at(4, 15)
      await openFromDesk(head, number)
      await firstContact(head)
      await handIn(head, again.found, again.done)
      await approve(operator, number)

      await at(7, 10)
      if (caller === 1) await claimAndRate(number)
      else await callBack(second, number, '接通了', ['已解决', '满意'])
      await docket(number)
    },
    240_000,
  )
})

it('E8 E9 E16: a major matter goes to a leader, who instructs and signs its result off', async () => {
  await begin(on(16, 9))
  const number = await intake('0300-6600001')
  await openFromDesk(operator, number)
  await command(operator, '呈领导阅批')
  await choose(operator, '呈送领导', '何秋实')
  await operator.fill('呈批意见', '全村孩子上学必经的路，建议交通局牵头，月底前修好。')
  await operator.tap('呈领导阅批')
  await operator.accepted()
  await operator.sees('待阅批')

  await product.moveTo(on(16, 14))
  const leader = await person('leader-4')
  await openFromDesk(leader, number)
  await leader.tap('批示交办')
  await leader.fill('批示', '请交通局立即到现场，一周内修好，结果报我。')
  await leader.tap('批示交办')
  await leader.accepted()

  const head = await person('head-transport')
  await openFromDesk(head, number)
  await head.sees(/何秋实批示/)
  await head.tap('签收')
  await head.sees('办理中')
  await firstContact(head)
  await product.moveTo(on(17, 10))
  await handIn(head, '到村口查看，路面有十二处坑洼，最深的八厘米。', '用沥青补好了路面十二处坑洼，已经压实。')

  await openFromDesk(leader, number)
  await command(leader, '退回补办')
  await leader.fill('需要补办的内容', '请补上修好以后排水的情况。')
  await leader.tap('退回补办')
  await leader.accepted()
  await openFromDesk(head, number)
  await handIn(
    head,
    '到村口查看，路面有十二处坑洼，两侧排水沟堵了四十米。',
    '路面补好压实，排水沟全部清通，雨后没有积水。',
  )
  await openFromDesk(leader, number)
  await leader.tap('通过')
  await leader.sees('待评价')

  await product.moveTo(on(18, 10))
  await callBack(operator, number, '接通了', ['已解决', '满意'])
  await docket(number)
}, 240_000)

const WORDS = '来电人说村口到小学的路面坑坑洼洼，雨天孩子踩着泥水上学，盼着早点修好。'

/** A call written down on the intake form; answers its number. */
async function intake(phone: string): Promise<string> {
  await operator.open('/workbench/intake/index')
  await operator.fill('对方电话', phone)
  await operator.fill('怎么称呼', '李先生')
  await operator.fill('反映的原话', WORDS)
  await operator.tap('登记')
  await operator.sees(/已登记，编号/)
  return /LX\d{8}-\d{4}/.exec(await operator.page.locator('body').innerText())![0]
}

/** The unit's head asks for more time, the operator grants it, the page says until when. */
async function extend(head: Visitor, number: string, start: number): Promise<void> {
  await command(head, '申请延期')
  await head.tap('延期到：未选')
  await head.tap(new RegExp(`^3月${start + 8}日`), 'radio')
  await head.fill('延期原因', '雨天不能铺沥青，要等路基干透。')
  await head.tap('申请延期')
  await head.accepted()
  await openFromDesk(operator, number)
  await operator.sees(/申请延期到/)
  await operator.tap('提交审批意见')
  await operator.tap('同意', 'radio')
  await operator.tap('提交审批意见')
  await operator.accepted()
  await operator.sees(/同意延期/)
}

async function callBack(
  staff: Visitor,
  number: string,
  outcome: '接通了' | '没人接',
  [solved, satisfaction, reason]: readonly string[] = [],
): Promise<void> {
  await openFromDesk(staff, number)
  await staff.tap('记下回访')
  await staff.tap(outcome, 'checkbox')
  if (solved && satisfaction) {
    await staff.tap(solved, 'checkbox')
    const choices = staff.page.getByRole('dialog').getByRole('checkbox', { name: satisfaction, exact: true })
    await choices.first().click()
    await choices.last().click()
  }
  if (reason) await staff.tap(reason, 'checkbox')
  await staff.tap('记下回访')
  await staff.accepted()
}

/** R-T11: the caller finds the matter by number and verified phone, and rates it. */
async function claimAndRate(number: string): Promise<void> {
  const citizen = await person('citizen-2')
  await citizen.open('/pages/tickets/index')
  await citizen.tap(/^查找我打电话反映的事/, 'link')
  await citizen.fill('编号', number)
  await citizen.tap('查找')
  await citizen.tap('去评价')
  await citizen.tap('已解决', 'radio')
  const choices = citizen.page.getByRole('radio', { name: '满意', exact: true })
  await choices.first().tap()
  await choices.last().tap()
  await citizen.tap('提交评价')
  await citizen.tap('好的')
}

/** R-C6: the closed matter from beginning to end, on paper. */
async function docket(number: string): Promise<void> {
  await openFromDesk(operator, number)
  await operator.sees('已办结')
  await operator.tap(/^卷宗/, 'link')
  await operator.sees('打印')
  await operator.sees(number)
  await operator.sees(/本卷共 \d+ 条记录/)
}
