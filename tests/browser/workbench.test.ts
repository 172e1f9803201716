import { people } from '../../demo/county/people'
import { startProduct, type Product, type Visitor } from './support/product'

/** The workbench in a wide window: list and ticket side by side, by keyboard, with the address to share. */
const OPERATOR = 'operator-1'
let product: Product

beforeAll(async () => {
  product = await startProduct()
  // One each, since nobody may send many at once (R-X4); more than a page holds.
  const others = people.filter(({ id, chooser }) => chooser && id !== OPERATOR)
  for (const { id } of others.slice(0, 22)) await submit(id)
}, 120_000)

afterAll(() => product.close())

afterEach(() => {
  expect(product.problems.splice(0)).toEqual([])
})

describe('the workbench on a desktop', () => {
  it('holds 20 cards a page and pages by key, forward and back', async () => {
    const operator = await desk('?view=all')
    await operator.sees('共 22 件')
    expect(await cards(operator).count()).toBe(20)
    const first = await cards(operator).first().innerText()

    await operator.tap('下一页')
    await operator.sees('第 2 页')
    await expect(cards(operator).count()).resolves.toBe(2)
    await operator.tap('上一页')
    await operator.sees('第 1 页')
    expect(await cards(operator).first().innerText()).toBe(first)
  })

  it('is the same after a reload: list, status and ticket are in the address', async () => {
    const operator = await desk('')
    await operator.tap('全部 22', 'tab')
    await operator.tap('待受理', 'radio')
    await cards(operator).first().click()
    await operator.sees('派单建议')
    const address = new URL(operator.page.url())
    expect(Object.fromEntries(address.searchParams)).toEqual({
      view: 'all',
      status: 'submitted',
      id: expect.any(String),
    })
    await operator.page.reload()
    await operator.sees('派单建议')
    expect(await operator.page.getByRole('radio', { name: '待受理' }).getAttribute('aria-checked')).toBe(
      'true',
    )

    // On paper: what it is a list of, all of it, and nothing to press.
    await operator.page.emulateMedia({ media: 'print' })
    await operator.sees('全部 · 待受理')
    // A time that can be opened is words, on paper too.
    const buttons = operator.page.locator('[role="button"]:not([aria-expanded])').filter({ visible: true })
    expect(await buttons.count()).toBe(0)
    const last = await cards(operator).last().boundingBox()
    expect(last!.y + last!.height).toBeGreaterThan(800)
    expect(await operator.page.evaluate(() => document.body.offsetHeight)).toBeGreaterThan(last!.y)
    expect(await operator.page.evaluate(() => document.body.scrollHeight - document.body.offsetHeight)).toBe(
      0,
    )
  })

  it('is worked by keyboard: j and k move, Enter opens, d and Enter dispatch, / searches, f filters, Esc closes', async () => {
    const operator = await desk('')
    const { keyboard } = operator.page
    const focused = () => operator.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    const names = await cards(operator).evaluateAll((all) =>
      all.map((card) => card.getAttribute('aria-label')),
    )

    await keyboard.press('j')
    await keyboard.press('j')
    expect(await focused()).toBe(names[1])
    await keyboard.press('k')
    expect(await focused()).toBe(names[0])
    await keyboard.press('Enter')
    await operator.sees(/^把握 /)

    await keyboard.press('d')
    await operator.page.getByRole('dialog', { name: '派单' }).getByRole('button', { name: '派单' }).waitFor()
    await keyboard.press('Escape')
    await operator.accepted()
    await keyboard.press('d')
    await operator.page.locator('#command-send :focus').waitFor()
    await keyboard.press('Enter')
    await operator.accepted()
    await operator.sees(/派给.*办理/)

    await keyboard.press('f')
    expect(await focused()).toBe('全部状态')
    await keyboard.press('Escape')
    await operator.sees('从左边选一件来办')
  })
})

describe('a batch on a desktop', () => {
  it('R-D1 several are marked by keyboard and sent with one press; what somebody else has sent is named, with the way to it', async () => {
    const operator = await desk('')
    await operator.tap('批量派单')
    const { page } = operator
    await operator.sees(/件可以一起派/)
    const boxes = page.getByRole('checkbox')
    const marks = () => boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-checked')))
    const ids = await boxes.evaluateAll((all) => all.map((box) => box.id.replace('row-', '')))
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+Space')
    expect((await marks()).slice(0, 4)).toEqual(['true', 'true', 'true', 'false'])

    await callAs('operator-2', 'ticket.dispatch', {
      ticketId: ids[1],
      kind: 'help',
      categoryId: 'road-damage',
      leadUnitId: 'transport',
      coUnitIds: [],
      handlingClass: 'threeDay',
    })
    await page.keyboard.press('d')
    await page.locator('#batch-send :focus').waitFor()
    await page.keyboard.press('Enter')
    await operator.sees('派出 2 件，1 件没派')
    await page.getByRole('dialog').getByRole('link').click()
    await operator.sees(/派给.*办理/)
  })
})

describe('calls and visits on a desktop', () => {
  it('R-T5 a call is entered by keyboard while it is spoken, and found again by number, phone and words', async () => {
    const operator = await desk('')
    await operator.tap('登记来电来访', 'link')
    const { page } = operator
    const { keyboard } = page
    await page.locator('#intake-phone input:focus').waitFor()
    await keyboard.type('0371-20000088')
    await keyboard.press('Enter')
    await keyboard.type('周先生')
    await keyboard.press('Enter')
    await keyboard.type('桥头的路灯坏了两盏，晚上看不见路。')
    await keyboard.press('Control+Enter')
    await operator.sees(/已登记，编号/)
    const number = /[A-Z]{2}\d{8}-\d{4}/.exec(await page.locator('body').innerText())![0]

    // The next call of the same number shows what is open already.
    await page.locator('#intake-phone input:focus').waitFor()
    await keyboard.type('037120000088')
    await operator.sees('这个号码有 1 件正在办')
    await operator.tap('无效来电来访')
    await operator.tap('无人说话', 'radio')
    await operator.sees('今天第 1 个无效来电来访')

    const searcher = await desk('')
    for (const words of [number, '037120000088', '桥头 路灯']) {
      await searcher.page.keyboard.press('/')
      await searcher.page.locator('#search-line input:focus').fill(words)
      await searcher.page.keyboard.press('Enter')
      await searcher.sees('找到 1 件')
      await searcher.sees(new RegExp(number))
      await searcher.page.locator('#search-line input').fill('')
      await searcher.sees('共')
      await searcher.page.locator('#search-line input').blur()
    }
  })
})

/** The list's cards, as targets. */
const cards = (operator: Visitor) => operator.page.locator('[id^="card-"][role="link"]')

async function desk(query: string): Promise<Visitor> {
  const operator = await product.visitor(OPERATOR, { width: 1280 })
  await operator.open(`/workbench/home/index${query}`)
  await cards(operator).first().waitFor()
  return operator
}

async function submit(person: string): Promise<void> {
  const words = '村口到小学的路面破损厉害，坑坑洼洼，盼着早点修好。'
  await callAs(person, 'ticket.submit', { words, photos: [], confidential: false })
}

/** A call of this person's from another window. */
async function callAs(person: string, action: string, input: object): Promise<void> {
  const post = async (path: string, body: unknown, token?: string) => {
    const answer = await fetch(product.cloud.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    return answer.json() as Promise<{ token: string; ok?: boolean }>
  }
  const { token } = await post('/api/session', { person })
  const requestId = person.replace(/\W/g, '').padEnd(24, '0')
  const answer = await post('/api/call/ticket', { action, input, requestId }, token)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}
