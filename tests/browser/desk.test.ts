import { people } from '../../demo/county/people'
import { dayOfPlan, type PlannedDay } from '@core/reception'
import type { Day } from '@core/reception/types'
import { startProduct, type Product, type Visitor } from './support/product'

/** The staff's side of a reception in a real browser: a month published, a leader away, the desk, what came of it, the wall. */
let product: Product

beforeAll(async () => {
  product = await startProduct()
}, 120_000)

afterAll(() => product.close())

afterEach(() => {
  expect(product.problems.splice(0)).toEqual([])
})

const MINUTE = 60_000
const VISITOR = 'citizen-4'
const TOPIC = '宅基地登记'

/** Calls an action as somebody, past the pages. */
async function call<T>(person: string, action: string, input: object): Promise<T> {
  const post = async (path: string, body: object, token?: string) => {
    const answer = await fetch(product.cloud.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { token: string; ok?: boolean; data: T }
  }
  const { token } = await post('/api/session', { person })
  const requestId = `${action}.${person}`.replace(/\W/g, '').padEnd(24, '0')
  const answer = await post(`/api/call/${action.split('.')[0]}`, { action, input, requestId }, token)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data
}

/** A reception of leader-3 that has just begun and still takes bookings, so that one day is enough for all of it. */
function receptionNow(): Day {
  const now = product.cloud.clock.now().getTime()
  const date = new Date(now + 8 * 60 * MINUTE).toISOString().slice(0, 10)
  const leader = people.find(({ id }) => id === 'leader-3')!
  const planned: PlannedDay = {
    id: 'desk-walk',
    kind: 'leader',
    leaderId: leader.id,
    leaderName: leader.name,
    post: leader.staff!.title!,
    unitIds: [],
    date,
    place: '二楼接待室',
    from: '09:00',
    to: '10:00',
    slotMinutes: 60,
    seats: 3,
    topics: [TOPIC],
  }
  const day = dayOfPlan(planned, 'centre')
  const slots = day.slots.map((slot) => ({ ...slot, from: new Date(now), to: new Date(now + 60 * MINUTE) }))
  const sortKey = `${String(now).padStart(13, '0')}-${day._id}`
  return { ...day, slots, sortKey, cutOff: new Date(now + 20 * MINUTE) }
}

const press = (person: Visitor, group: string, name: string) =>
  person.page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).tap()

describe('a reception from the staff’s side', () => {
  it('R-A7, R-A9, R-G3 check-in, call, outcome, the leader’s instruction, rating; the wall shows each step without a name', async () => {
    const day = receptionNow()
    product.cloud.store.import('days', [day as never])
    const { booking } = await call<{ booking: { id: string; code: string } }>(VISITOR, 'reception.book', {
      dayId: day._id,
      slotId: 's1',
      topic: TOPIC,
    })
    const clerk = await product.visitor('operator-1')
    const wall = await clerk.context.browser()!.newPage()
    const traffic: string[] = []
    wall.on('response', (answer) => {
      if (answer.url().includes('/api/')) void answer.text().then((text) => traffic.push(text))
    })
    const onTheWall = async (words: string | RegExp) => {
      await wall.goto(`${product.cloud.url}/open/screen/index`)
      await wall.getByText(words).first().waitFor()
    }
    await onTheWall(/还没开始/)

    await clerk.open(`/workbench/desk/index?id=${day._id}`)
    await clerk.tap('来访签到')
    await clerk.fill('预约号', '000000')
    await clerk.tap('签到')
    await clerk.sees('没有这个预约号，请核对后再输')
    await clerk.fill('预约号', booking.code)
    await clerk.tap('签到')
    await clerk.sees('已签到，请来访人记住：1 号')
    await clerk.tap('关闭')
    await clerk.tap(/到了，开始接待$/)
    await onTheWall('等候 1 位')
    await clerk.tap('叫下一位：1 号')
    await clerk.sees(/1 号接待结束/)
    await onTheWall(/^1$/)

    await clerk.tap('1 号接待结束')
    await clerk.fill('反映什么事', '村口到小学的路坑坑洼洼，路面破损厉害，盼着早点修好。')
    await clerk.tap('批示交办', 'radio')
    await clerk.fill('领导的意见', '请交通局十天内到现场查看，尽快修好。')
    await clerk.tap('登记结果')
    await clerk.sees('接待结果已登记')
    await clerk.tap('好的')
    await onTheWall(/已接待 1 位/)

    const { bookings } = await call<{ bookings: { tickets: { id: string }[] }[] }>(
      VISITOR,
      'reception.mine',
      {},
    )
    const leader = await product.visitor('leader-3')
    await leader.open(`/workbench/ticket/index?id=${bookings[0]!.tickets[0]!.id}`)
    await leader.tap('批示交办')
    await leader.fill('批示', '请交通局十天内到现场查看，尽快修好。')
    await leader.tap('批示交办')
    await leader.accepted()
    await leader.sees('待签收')

    const visitor = await product.visitor(VISITOR)
    await visitor.open('/pages/bookings/index')
    await visitor.tap('评价这次接待')
    await press(visitor, '认真听您说了吗', '满意')
    await press(visitor, '接待的态度', '基本满意')
    await visitor.tap('提交评价')
    await visitor.sees('您的评价：倾听满意，态度基本满意')

    const name = people.find(({ id }) => id === VISITOR)!.name
    for (const secret of [VISITOR, name, TOPIC, booking.id, booking.code, 'desk-walk', 'leader-3']) {
      expect(traffic.join('\n')).not.toContain(secret)
    }
    expect(traffic.length).toBeGreaterThan(3)
    await wall.close()
  }, 120_000)

  it('R-A1, R-A6 a month is published with the reason of its gap; a leader is swapped for another', async () => {
    const [draft] = product.cloud.store
      .find('months', { query: {} as never, order: { _id: -1 }, limit: 1 })
      .map((text) => JSON.parse(text) as { month: string })
    const clerk = await product.visitor('operator-1', { width: 1280 })
    await clerk.open(`/workbench/schedule/index?month=${draft!.month}`)
    await clerk.sees('还没有接待日：石建川')
    await clerk.tap(/^公布 .* 接待日$/)
    await clerk.tap('公布给所有人')
    await clerk.sees('请写明原因，或先安排一天')
    await clerk.fill('石建川没有安排的原因', '在省委党校学习')
    await clerk.tap('公布给所有人')
    await clerk.accepted()
    await clerk.sees(/这个月已经公布/)
    await clerk.sees('石建川：在省委党校学习')

    await clerk.page
      .getByRole('button', { name: /换人或改期$/ })
      .first()
      .click()
    await clerk.tap('选择领导', 'link')
    await clerk.tap(/石建川/, 'radio')
    await clerk.fill('原因', '临时到市里开会')
    await clerk.tap('换人，并通知所有预约的人')
    await clerk.accepted()
    await clerk.sees('改由石建川接待：临时到市里开会')

    const reader = await product.visitor('citizen-5')
    await reader.open('/open/schedule/index')
    await reader.sees('近一年接待情况')
    await reader.sees(/石建川 没有接待日：在省委党校学习/)
  }, 60_000)
})
