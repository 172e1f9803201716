import { startProduct, type Product, type Visitor } from './support/product'

/** Booking a leader's reception in a real browser (R-A3 … R-A5). */
let product: Product

beforeAll(async () => {
  product = await startProduct()
}, 120_000)

afterAll(() => product.close())

afterEach(() => {
  expect(product.problems.splice(0)).toEqual([])
})

/** The first day of the leader who sees one visitor a slot that can still be booked. */
function dayOfOneSeat(): string {
  const now = product.cloud.clock.now()
  const days = product.cloud.store.find('days', { query: { leaderId: 'leader-2' }, order: { sortKey: 1 } })
  const open = days.map((text) => JSON.parse(text) as { date: string; cutOff: { $date: number } })
  return open.find(({ cutOff }) => cutOff.$date > now.getTime())!.date
}

/** Opens a slot of the day, the first if not said, and says what it is about, up to the last tap. */
async function prepare(person: Visitor, date: string, slot = /^09:00.*余 1$/): Promise<void> {
  await person.open(`/pages/reception/index?date=${date}`)
  await person.tap(slot)
  await person.tap('其他', 'checkbox')
}

describe('booking a reception', () => {
  it('R-A3, R-A4 two race for the last seat: one has it, the other is offered the next free ones and takes one; R-A5 cancels; R-T11 an agent books for a villager', async () => {
    const date = dayOfOneSeat()
    const people = [await product.visitor('citizen-1'), await product.visitor('citizen-2')]
    await Promise.all(people.map((person) => prepare(person, date)))
    await Promise.all(people.map((person) => person.tap('预约这个时段')))
    const outcomes = await Promise.all(people.map(outcomeOf))
    expect([...outcomes].sort()).toEqual(['booked', 'offered'])

    const loser = people[outcomes.indexOf('offered')]!
    await loser.tap(/林若平/)
    await loser.tap('预约这个时段')
    expect(await outcomeOf(loser)).toBe('booked')

    const winner = people[outcomes.indexOf('booked')]!
    await winner.open('/pages/me/index')
    await winner.page
      .getByText(/我的预约/)
      .first()
      .tap()
    await winner.sees(/到场报这个号码/)
    await winner.tap('取消预约')
    await winner.tap('取消这个预约')
    await winner.sees('已取消')

    // The seat is free again for anybody.
    const third = await product.visitor('citizen-3')
    await prepare(third, date)
    await third.tap('预约这个时段')
    expect(await outcomeOf(third)).toBe('booked')

    // The village's agent for somebody without WeChat, who agreed.
    const agent = await product.visitor('agent-1')
    await prepare(agent, date, /^10:00.*余 1$/)
    await agent.tap('替村民预约', 'switch')
    await agent.fill('本人姓名', '周玉兰')
    await agent.fill('本人手机号', '13900007788')
    await agent.tap('预约这个时段')
    await agent.sees(/同意/)
    await agent.tap('本人已经同意由我代为预约', 'switch')
    await agent.tap('预约这个时段')
    expect(await outcomeOf(agent)).toBe('booked')
    await agent.sees('为 周** 139****7788 预约')
  }, 120_000)
})

async function outcomeOf({ page }: Visitor): Promise<'booked' | 'offered'> {
  const booked = page.getByText('到场报这个号码').filter({ visible: true })
  const offered = page.getByText(/下面这些还有空位/)
  await booked.or(offered).first().waitFor()
  return (await offered.count()) > 0 ? 'offered' : 'booked'
}
