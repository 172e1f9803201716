import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { people } from '../../demo/county/people'
import { scenePhoto } from '../../demo/photos/scenes'
import { seededRandom } from '../../demo/random'
import { startProduct, type Product, type Visitor } from './support/product'
import { firstContact, handIn, openFromDesk } from './support/steps'

/** One reception from the published month to the rated matter, everybody on their own pages; the wall beside it. */
let product: Product
let folder: string
let photo: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'minsheng-photos-'))
  photo = path.join(folder, 'road.png')
  writeFileSync(photo, scenePhoto('road', seededRandom(1), false))
  product = await startProduct()
}, 120_000)

afterAll(async () => {
  await product.close()
  rmSync(folder, { recursive: true, force: true })
})

const HOUR = 3_600_000
const CALLER = '13900007788'
const SAID = '请交通局十天内到现场查看，尽快修好。'

/** Calls an action as somebody, past the pages. */
async function call<T>(person: string, action: string, input: object): Promise<T> {
  const post = async (address: string, body: object, token?: string) => {
    const answer = await fetch(product.cloud.url + address, {
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

interface Planned {
  month: string
  days: { leaderId: string; date: string }[]
}

/** The month that is still a plan, and in it the first day of the leader who sees one visitor a slot. */
function draft(): { month: string; first: string; date: string } {
  const [last] = product.cloud.store.find('months', {
    query: { centreId: 'centre' } as never,
    order: { _id: -1 },
    limit: 1,
  })
  const { month, days } = JSON.parse(last!) as Planned
  return { month, first: days[0]!.date, date: days.find(({ leaderId }) => leaderId === 'leader-2')!.date }
}

const at = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`)
const byDay = (date: string) => new RegExp(`^${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`)
const press = (person: Visitor, group: string, name: string) =>
  person.page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).tap()

async function choose(person: Visitor, date: string, slot: RegExp): Promise<void> {
  await person.open(`/pages/reception/index?date=${date}`)
  await person.tap(slot)
  await person.tap('其他', 'checkbox')
}

it('R-A1 … R-A9, R-T11, R-G3 a month is published; booked, added to, moved, waited for, called in; the leader swapped; received, instructed, done and rated; the wall names nobody', async () => {
  const { month, first, date } = draft()
  await product.moveTo(new Date(at(first, '09:00').getTime() - 3 * 24 * HOUR))
  const clerk = await product.visitor('operator-1', { width: 1280 })

  // The month, with the reason for its gap.
  await clerk.open(`/workbench/schedule/index?month=${month}`)
  await clerk.sees('还没有接待日：石建川')
  await clerk.tap(/^公布 .* 接待日$/)
  await clerk.tap('公布给所有人')
  await clerk.sees('请写明原因，或先安排一天')
  await clerk.fill('石建川没有安排的原因', '在省委党校学习')
  await clerk.tap('公布给所有人')
  await clerk.accepted()
  await clerk.sees(/这个月已经公布/)
  const [visitor, second] = [await product.visitor('citizen-4'), await product.visitor('citizen-5')]
  await second.open('/open/schedule/index')
  await second.sees(/石建川 没有接待日：在省委党校学习/)

  // A citizen books, adds words and a photo, moves.
  await choose(visitor, date, /^10:00.*余 1$/)
  await visitor.tap('预约这个时段')
  await visitor.sees(/到场报这个号码/)
  await visitor.tap('补充情况和照片')
  await visitor.fill('情况说明', '村口的路灯坏了两个月')
  await visitor.addPhoto('添加照片', photo)
  await visitor.tap('保存')
  await visitor.accepted()
  await visitor.sees(/情况：村口的路灯坏了两个月/)
  await visitor.tap('改期')
  await visitor.sees(/改期：原来约在/)
  await visitor.tap(byDay(date), 'radio')
  await visitor.tap(/^10:30.*余 1$/)
  await visitor.tap('改到这个时段')
  await visitor.accepted()
  await visitor.open('/pages/bookings/index')
  await visitor.sees(/10:30–11:00/)

  // Somebody calls and is booked where the seat was left, by the keyboard; another waits and is next when the caller cancels.
  await clerk.open('/workbench/phone-booking/index')
  await clerk.sees('对方电话或预约号')
  await clerk.page.locator('#phone-booking-caller input:focus').waitFor()
  await clerk.page.keyboard.type(CALLER)
  await clerk.sees('这个号码还没有预约')
  await clerk.page.keyboard.press('Enter')
  await clerk.page.keyboard.type('周玉兰')
  await clerk.tap(byDay(date), 'radio')
  await clerk.tap(/^10:00.*余 1$/)
  await clerk.tap('其他', 'checkbox')
  await clerk.page.keyboard.press('Control+Enter')
  await clerk.sees('已约好，请对方记下预约号')
  await choose(second, date, /^10:00.*约满/)
  await second.tap('排队等这个时段')
  await second.sees(/您排在第一位/)
  await clerk.fill('对方电话或预约号', CALLER)
  await clerk.tap(/^取消 \d{6}$/)
  await clerk.tap('取消这个预约')
  await clerk.accepted()
  await product.moveTo(new Date(product.cloud.clock.now().getTime() + 60_000))
  await second.open('/pages/bookings/index')
  await second.sees(/名额为您留到/)
  await second.tap('确认要这个名额')
  await second.sees(/到场报这个号码/)

  // Another leader comes: both are told and keep their places.
  await clerk.open(`/workbench/schedule/index?month=${month}`)
  await clerk.tap(`林若平 ${date} 换人或改期`)
  await clerk.tap('选择领导', 'link')
  await clerk.tap(/石建川/, 'radio')
  await clerk.fill('原因', '临时到市里开会')
  await clerk.tap('换人，并通知所有预约的人')
  await clerk.accepted()
  await clerk.sees('改由石建川接待：临时到市里开会')
  await product.moveTo(new Date(product.cloud.clock.now().getTime() + 60_000))
  for (const told of [visitor, second]) {
    await told.open('/pages/messages/index')
    await told.sees('接待领导有调整')
  }

  // The day itself, at the desk with a phone; the wall shows each step.
  await product.moveTo(at(date, '10:20'))
  const wall = await clerk.context.browser()!.newPage()
  const traffic: string[] = []
  wall.on('response', (answer) => {
    if (answer.url().includes('/api/')) void answer.text().then((text) => traffic.push(text))
  })
  const onTheWall = async (words: string | RegExp) => {
    await wall.goto(`${product.cloud.url}/open/screen/index`)
    await wall.getByText(words).first().waitFor()
  }
  await onTheWall('石建川')
  await onTheWall(/还没开始/)
  type Own = {
    bookings: { id: string; code: string; dayId: string; tickets?: { id: string; number: string }[] }[]
  }
  const own = await call<Own>('citizen-4', 'reception.mine', {})
  const { code, dayId } = own.bookings[0]!
  const desk = await product.visitor('operator-2')
  await desk.open(`/workbench/desk/index?id=${dayId}`)
  await desk.tap('来访签到')
  await desk.fill('预约号', '000000')
  await desk.tap('签到')
  await desk.sees('没有这个预约号，请核对后再输')
  await desk.fill('预约号', code)
  await desk.tap('签到')
  await desk.sees('已签到，请来访人记住：1 号')
  await desk.tap('关闭')
  await desk.tap(/到了，开始接待$/)
  await onTheWall('等候 1 位')
  await desk.tap('叫下一位：1 号')
  await desk.sees(/1 号接待结束/)
  await onTheWall(/^1$/)
  await desk.tap('1 号接待结束')
  await desk.fill('反映什么事', '村口到小学的路坑坑洼洼，路面破损厉害，盼着早点修好。')
  await desk.tap('批示交办', 'radio')
  await desk.fill('领导的意见', SAID)
  await desk.tap('登记结果')
  await desk.sees('接待结果已登记')
  await desk.tap('好的')
  await onTheWall(/已接待 1 位/)

  // What the leader said is what they sign; the unit reads it.
  const after = await call<Own>('citizen-4', 'reception.mine', {})
  const { id, number } = after.bookings[0]!.tickets![0]!
  const leader = await product.visitor('leader-6')
  await leader.open(`/workbench/ticket/index?id=${id}`)
  await leader.tap('批示交办')
  expect(await leader.page.getByLabel('批示', { exact: true }).last().inputValue()).toBe(SAID)
  await leader.tap('批示交办')
  await leader.accepted()
  await leader.sees('待签收')
  const head = await product.visitor('head-transport')
  await openFromDesk(head, number)
  await head.sees(`石建川批示：${SAID}`)
  await head.tap('签收')
  await head.sees('办理中')
  await firstContact(head)
  await handIn(
    head,
    '到村口查看，路面有十二处坑洼，最深的八厘米。',
    '用沥青补好了路面十二处坑洼，已经压实。',
    photo,
  )
  await openFromDesk(leader, number)
  await leader.tap('通过')
  await leader.sees('待评价')

  // The reception is rated, and the matter by itself.
  await visitor.open('/pages/bookings/index')
  await visitor.tap('评价这次接待')
  await press(visitor, '认真听您说了吗', '满意')
  await press(visitor, '接待的态度', '基本满意')
  await visitor.tap('提交评价')
  await visitor.sees('您的评价：倾听满意，态度基本满意')
  await visitor.open(`/pages/rate/index?id=${id}`)
  await visitor.tap('已解决', 'radio')
  const choices = visitor.page.getByRole('radio', { name: '满意', exact: true })
  await choices.first().tap()
  await choices.last().tap()
  await visitor.tap('提交评价')
  await visitor.tap('好的')

  const name = people.find((person) => person.id === 'citizen-4')!.name
  const secrets = ['citizen-4', 'citizen-5', name, '路灯', code, after.bookings[0]!.id, dayId, 'leader-6']
  // A moment in milliseconds may hold the digits of a code by chance.
  const sent = traffic.join('\n').replace(/\b\d{13}\b/g, '')
  for (const secret of secrets) expect(sent).not.toContain(secret)
  // An answer for each of the five looks at the wall.
  expect(traffic.length).toBeGreaterThanOrEqual(5)
  await wall.close()
  expect(product.problems).toEqual([])
}, 240_000)
