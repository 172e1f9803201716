import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { scenePhoto } from '../../demo/photos/scenes'
import { seededRandom } from '../../demo/random'
import { startProduct, type Product, type Visitor } from './support/product'

/** The citizen's half of a reception in a real browser: book, add, move; another waits and is filled after a cancel. */
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

/** Seats are offered between eight and eight: at night the clock carries it to people the next morning. */
async function whenOffersAreMade(): Promise<void> {
  const now = product.cloud.clock.now().getTime()
  const hour = new Date(now + 8 * HOUR).getUTCHours()
  const hours = hour < 8 ? 8 - hour : hour < 19 ? 0 : 32 - hour
  await product.moveTo(new Date(now + hours * HOUR + 60_000))
}

/** The next day, with tomorrow before its cut-off, of the leader who sees one visitor a slot. */
function dayOfOneSeat(): string {
  const tomorrow = product.cloud.clock.now().getTime() + 24 * HOUR
  return product.cloud.store
    .find('days', { query: { leaderId: 'leader-2', published: true }, order: { sortKey: 1 } })
    .map((text) => JSON.parse(text) as { date: string; cutOff: { $date: number } })
    .find(({ cutOff }) => cutOff.$date > tomorrow)!.date
}

async function choose(person: Visitor, date: string, slot: RegExp): Promise<void> {
  await person.open(`/pages/reception/index?date=${date}`)
  await person.tap(slot)
}

it('R-A3, R-A5 books by topic, adds words and a photo, moves; another waits, gets the freed seat offered and confirms', async () => {
  const date = dayOfOneSeat()
  const [first, second] = [await product.visitor('citizen-4'), await product.visitor('citizen-5')]
  await choose(first, date, /^10:00.*余 1$/)
  await first.tap('其他', 'checkbox')
  await first.tap('预约这个时段')
  await first.sees(/到场报这个号码/)

  await first.tap('补充情况和照片')
  await first.fill('情况说明', '村口的路灯坏了两个月')
  await first.addPhoto('添加照片', photo)
  await first.tap('保存')
  await first.accepted()
  await first.sees(/情况：村口的路灯坏了两个月/)

  // Full now: the second one can only wait.
  await choose(second, date, /^10:00.*约满/)
  await second.tap('其他', 'checkbox')
  await second.tap('排队等这个时段')
  await second.sees(/您排在第一位/)

  await first.tap('改期')
  await first.sees(/改期：原来约在/)
  await first.tap(/^10:30.*余 1$/)
  await first.tap('改到这个时段')
  await first.accepted()
  await first.open('/pages/bookings/index')
  await first.sees(/10:30–11:00/)

  await whenOffersAreMade()
  await second.open('/pages/bookings/index')
  await second.sees(/名额为您留到/)
  await second.tap('确认要这个名额')
  await second.sees(/到场报这个号码/)
  await second.open('/pages/messages/index')
  await second.sees('有空位了，请确认')
  expect(product.problems).toEqual([])
}, 120_000)
