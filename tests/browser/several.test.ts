import { randomUUID } from 'node:crypto'
import { startProduct, type Product } from './support/product'

/** R-T10 by hand: one submission becomes two matters. */
let product: Product
beforeAll(async () => {
  product = await startProduct()
}, 120_000)
afterAll(() => product.close())
afterEach(() => {
  expect(product.problems.splice(0)).toEqual([])
})

async function submit(openid: string, words: string): Promise<{ ticketId: string; number: string }> {
  const answer = await product.cloud.functions.call(
    'ticket',
    {
      action: 'ticket.submit',
      input: { words, photos: [], confidential: false },
      requestId: randomUUID().replace(/-/g, ''),
    },
    { openid },
  )
  return (answer as { data: { ticketId: string; number: string } }).data
}

it('R-T10 an operator splits a submission; the reporter finds every part under its number', async () => {
  const { ticketId, number } = await submit('citizen-1', '自来水停了三天没有人管，村口的路灯也坏了很久。')
  const operator = await product.visitor('operator-1', { width: 1280 })
  await operator.open(`/workbench/ticket/index?id=${ticketId}`)
  await operator.tap('更多')
  await operator.tap(/^拆成几件/, 'link')
  await operator.fill('第 1 件', '自来水停了三天没有人管，请来修一下。')
  await operator.tap('拆成几件')
  await operator.sees('第 2 件请写 10 到 2000 个字')
  await operator.fill('第 2 件', '村口的路灯坏了很久，晚上看不见路。')
  await operator.tap('拆成几件')
  await operator.accepted()
  await operator.sees(`${number}-1`)
  const citizen = await product.visitor('citizen-1')
  await citizen.open('/pages/tickets/index')
  await citizen.sees('自来水停了三天没有人管，请来修一下')
  await citizen.sees('村口的路灯坏了很久，晚上看不见路')
})
