import { collection, failure, startTestCloud, type TestCloud } from './harness'

let test: TestCloud
const start = new Date('2026-11-22T08:00:00.000Z')
const values = () => test.db.collection('values')

beforeAll(async () => {
  test = await startTestCloud([collection('values')], start)
})
afterAll(() => test.stop())

/** What comes back of a value that is stored. */
async function back(value: unknown): Promise<unknown> {
  await values().doc('v').set({ data: { value } })
  return (await values().doc('v').get()).data.value
}

describe('values come back as they went', () => {
  it.each([
    ['whole number', 1],
    ['negative', -5],
    ['fraction', 1.5],
    ['zero', 0],
    ['large whole number', 1e15],
    ['largest safe', Number.MAX_SAFE_INTEGER],
    ['beyond safe', 2 ** 60],
    ['tiny', 5e-324],
    ['huge', 1.7e308],
    ['text', '民声 😀 "quoted" \\ \n \u2028'],
    ['text that looks like EJSON', '{"$date":1}'],
    ['text with NUL', 'a\0b'],
    ['empty text', ''],
    ['boolean', false],
    ['null', null],
    ['date', new Date('2026-11-22T00:00:00.001Z')],
    ['date before 1970', new Date(-1)],
    ['nested', { a: [{ b: new Date(0) }, [1, [2]]], c: {} }],
    ['empty array', []],
  ])('%s', async (_name, value) => {
    expect(await back(value)).toEqual(value)
  })

  it('NaN and infinities', async () => {
    expect(await back(Number.NaN)).toBeNaN()
    expect(await back(-Infinity)).toBe(-Infinity)
  })

  it('a regular expression is kept', async () => {
    await values()
      .doc('v')
      .set({ data: { value: /ab/i } })
    expect(test.wire.at(-1)!.data).toContain('"$regularExpression":{"pattern":"ab","options":"i"}')
    expect((await values().doc('v').get()).data.value).toBeDefined()
    expect([...test.cloud.store.dump('values')][0].value).toEqual(/ab/i)
  })

  it('numbers and dates are sent in canonical form', async () => {
    await back({ i: 1, d: 1.5, l: 2 ** 53, at: new Date(1) })
    const sent = JSON.parse(String(test.wire.find((body) => String(body.data).includes('"at"'))!.data)).value
    expect(sent).toEqual({
      i: { $numberInt: '1' },
      d: { $numberDouble: '1.5' },
      l: expect.anything(),
      at: { $date: { $numberLong: '1' } },
    })
  })
})

describe('server date', () => {
  const near = (offset: number) => expect.closeTo(+start + offset, -4)

  it('in add, set and update, with an offset, by the clock of the cloud', async () => {
    const { serverDate } = test.db
    await values()
      .doc('s')
      .set({ data: { at: serverDate() } })
    await values()
      .doc('s')
      .update({ data: { later: serverDate({ offset: 3_600_000 }) } })
    const { at, later } = (await values().doc('s').get()).data as Record<string, Date>
    expect(+at).toEqual(near(0))
    expect(+later).toEqual(near(3_600_000))
  })

  it('in pushed elements', async () => {
    await values()
      .doc('s')
      .update({ data: { l: test.db.command.push([{ at: test.db.serverDate() }]) } })
    expect((await values().doc('s').get()).data.l).toEqual([{ at: expect.any(Date) }])
  })

  it('in a query', async () => {
    const before = (date: unknown) =>
      values()
        .where({ at: test.db.command.lt(date) })
        .count()
    expect(await before(test.db.serverDate({ offset: 60_000 }))).toMatchObject({ total: 1 })
    expect(await before(test.db.serverDate({ offset: -60_000 }))).toMatchObject({ total: 0 })
  })

  it('does not survive _.set and push with each: the SDK sends a plain object', async () => {
    const { set, push } = test.db.command
    const at = test.db.serverDate()
    await values()
      .doc('s')
      .update({ data: { q: set({ at }), r: push({ each: [{ at }] }) } })
    const { q, r } = (await values().doc('s').get()).data
    expect(q).toEqual({ at: { offset: 0 } })
    expect(r).toEqual([{ at: { offset: 0 } }])
  })
})

describe('what cannot be kept faithfully is refused', () => {
  const add = (value: string) =>
    test.send({
      action: 'database.insertDocument',
      collectionName: 'values',
      data: [`{"_id":"bad","value":${value}}`],
    })

  it.each([
    '{"$numberDecimal":"1.10"}',
    '{"$oid":"507f1f77bcf86cd799439011"}',
    '{"$binary":{"base64":"","subType":"00"}}',
    '{"$timestamp":{"t":1,"i":1}}',
    '{"$minKey":1}',
    '{"$numberInt":"x"}',
    '{"$numberInt":1}',
    '{"$date":"not a date"}',
    '{"$date":{"$numberLong":"99999999999999999"}}',
    '{"$date":{}}',
    '{"$tcb_server_date":{"offset":"x"}}',
    '{"$tcb_server_date":1}',
    '{"$regularExpression":{"pattern":"["}}',
    '{"$regularExpression":{"pattern":"a","options":"x"}}',
    '{"$regularExpression":{"pattern":1}}',
  ])('%s', async (value) => {
    expect(await add(value)).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('data'),
    })
    expect(await failure(values().doc('bad').get())).toMatchObject({ errCode: -1 })
  })

  it('text that is no JSON', async () => {
    expect(await add('')).toMatchObject({ code: 'INVALID_PARAM', message: 'data is not valid JSON' })
  })

  it('a pile of brackets', async () => {
    const depth = 100_000
    expect(await add('['.repeat(depth) + ']'.repeat(depth))).toMatchObject({ code: 'INVALID_PARAM' })
  })
})
