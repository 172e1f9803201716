import { cloudError } from '../../../localcloud/protocol/errors'
import { collection, failure, startTestCloud, type TestCloud, type TransactionReference } from './harness'

let test: TestCloud
const accounts = () => test.db.collection('accounts')
const balance = async () => (await accounts().doc('a').get()).data.balance
const inc = (n: number) => test.db.command.inc(n)

beforeAll(async () => {
  test = await startTestCloud([
    collection('accounts', { name: 'by_no', fields: [{ path: 'no', type: 'string' }], unique: true }),
  ])
})
afterAll(() => test.stop())
beforeEach(async () => {
  test.fail()
  await accounts().where({}).remove()
  await accounts()
    .doc('a')
    .set({ data: { no: 'a', balance: 10 } })
  test.wire.length = 0
})

/** Actions of the requests so far, without their prefix. */
const actions = () => test.wire.map((body) => String(body.action).replace('database.', ''))

describe('the way of a transaction', () => {
  it('reads its own writes and shows them to others only after the commit', async () => {
    const result = await test.db.runTransaction(async (transaction) => {
      const inside = transaction.collection('accounts')
      await inside.doc('a').update({ data: { balance: inc(-3) } })
      const seen = (await inside.doc('a').get()).data.balance
      return { seen, outside: await balance() }
    })
    expect(result).toEqual({ seen: 7, outside: 10 })
    expect(await balance()).toBe(7)
  })

  it('gives its id at the top level of the answer, and every operation carries it', async () => {
    await test.db.runTransaction(async (transaction) => {
      await transaction.collection('accounts').doc('a').get()
    })
    expect(actions()).toEqual(['startTransaction', 'getDocument', 'commitTransaction'])
    expect(test.wire[1].transactionId).toMatch(/^[0-9a-f]{32}$/)
    expect(test.wire[2].transactionId).toBe(test.wire[1].transactionId)
    expect(await test.send({ action: 'database.startTransaction' })).toEqual({
      requestId: expect.any(String),
      transactionId: expect.any(String),
    })
  })

  it('get, set, update, remove, add and where().get() work inside', async () => {
    await accounts()
      .doc('b')
      .set({ data: { no: 'b', balance: 1 } })
    const found = await test.db.runTransaction(async (transaction) => {
      const inside = transaction.collection('accounts')
      await inside.doc('b').remove()
      await inside.doc('c').set({ data: { no: 'c', balance: 5 } })
      await inside.doc('c').set({ data: { no: 'c', balance: 6 } })
      await inside.add({ data: { _id: 'd', no: 'd', balance: 7 } })
      await inside.doc('a').update({ data: { balance: inc(1) } })
      const all = await inside
        .where({ balance: test.db.command.gte(1) })
        .orderBy('balance', 'desc')
        .get()
      return all.data.map((item) => [item._id, item.balance])
    })
    const expected = [
      ['a', 11],
      ['d', 7],
      ['c', 6],
    ]
    expect(found).toEqual(expected)
    const after = await accounts().orderBy('balance', 'desc').get()
    expect(after.data.map((item) => [item._id, item.balance])).toEqual(expected)
  })

  it('where().get() inside pages over its own changes', async () => {
    for (const id of ['b', 'c', 'd'])
      await accounts()
        .doc(id)
        .set({ data: { no: id, balance: 1 } })
    const ids = await test.db.runTransaction(async (transaction) => {
      const inside = transaction.collection('accounts')
      await inside.doc('b').remove()
      await inside.doc('bb').set({ data: { no: 'bb', balance: 1 } })
      const page = await inside.where({ balance: 1 }).orderBy('no', 'asc').skip(1).limit(2).get()
      return page.data.map((item) => item._id)
    })
    expect(ids).toEqual(['c', 'd'])
  })

  it('where().get() inside fills its page although own changes hide what it found first', async () => {
    for (const id of ['b', 'c', 'd', 'e'])
      await accounts()
        .doc(id)
        .set({ data: { no: id, balance: 1 } })
    const ids = await test.db.runTransaction(async (transaction) => {
      const inside = transaction.collection('accounts')
      await inside.doc('b').remove()
      await inside.doc('c').update({ data: { balance: 2 } })
      const page = await inside.where({ balance: 1 }).orderBy('no', 'asc').limit(2).get()
      return page.data.map((item) => item._id)
    })
    expect(ids).toEqual(['d', 'e'])
  })

  it('a missing document throws inside and rolls back', async () => {
    const error = await failure(
      test.db.runTransaction(async (transaction) => {
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 0 } })
        await transaction.collection('accounts').doc('missing').get()
      }),
    )
    expect(error.errMsg ?? error.message).toContain('does not exist')
    expect(actions().at(-1)).toBe('abortTransaction')
    expect(await balance()).toBe(10)
  })

  it('rollback rejects with its reason and writes nothing', async () => {
    const rejected = test.db.runTransaction(async (transaction) => {
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { balance: 0 } })
      await transaction.rollback('full')
    })
    await expect(rejected).rejects.toBe('full')
    expect(await balance()).toBe(10)
  })

  it('can be started and committed by hand', async () => {
    const transaction = await test.db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: inc(5) } })
    expect(await transaction.commit()).toMatchObject({ requestId: expect.any(String) })
    expect(await balance()).toBe(15)
  })

  it('commits everything or nothing: a broken unique index keeps all out', async () => {
    await accounts()
      .doc('b')
      .set({ data: { no: 'b', balance: 1 } })
    const transaction = await test.db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 0 } })
    await transaction.collection('accounts').add({ data: { no: 'b' } })
    expect(await failure(transaction.commit())).toMatchObject({ message: expect.stringContaining('E11000') })
    expect(await balance()).toBe(10)
  })

  it('adding a taken id fails at once', async () => {
    const transaction = await test.db.startTransaction()
    const error = await failure(transaction.collection('accounts').add({ data: { _id: 'a', no: 'x' } }))
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
    await transaction.rollback()
  })
})

describe('what does not take part', () => {
  it.each([
    [
      'where().update',
      (inside: ReturnType<typeof accounts>) => inside.where({ _id: 'a' }).update({ data: { k: 1 } }),
    ],
    ['where().remove', (inside: ReturnType<typeof accounts>) => inside.where({ _id: 'zz' }).remove()],
    ['count', (inside: ReturnType<typeof accounts>) => inside.where({}).count()],
  ])('%s carries no transactionId and runs outside', async (_name, operation) => {
    const transaction = await test.db.startTransaction()
    await operation(transaction.collection('accounts'))
    expect(test.wire.at(-1)).not.toHaveProperty('transactionId')
    await transaction.rollback()
  })

  it('where().update stays after a rollback', async () => {
    const transaction = await test.db.startTransaction()
    await transaction
      .collection('accounts')
      .where({ _id: 'a' })
      .update({ data: { balance: 1 } })
    await transaction.rollback()
    expect(await balance()).toBe(1)
  })
})

describe('conflict', () => {
  it('found at the commit runs the callback again', async () => {
    let runs = 0
    await test.db.runTransaction(async (transaction) => {
      const inside = transaction.collection('accounts')
      const { data } = await inside.doc('a').get()
      if (++runs === 1)
        await accounts()
          .doc('a')
          .update({ data: { balance: inc(100) } })
      await inside.doc('a').update({ data: { balance: Number(data.balance) + 1 } })
    })
    expect(runs).toBe(2)
    expect(await balance()).toBe(111)
  })

  it('every time gives up after times + 1 runs with the code of the conflict', async () => {
    let runs = 0
    const error = await failure(
      test.db.runTransaction(async (transaction) => {
        runs++
        await transaction.collection('accounts').doc('a').get()
        await accounts()
          .doc('a')
          .update({ data: { balance: inc(1) } })
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 0 } })
      }, 3),
    )
    expect(runs).toBe(4)
    expect(error).toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
      message: expect.stringContaining('[ResourceUnavailable.TransactionConflict] Transaction is conflict'),
    })
    expect(error.errCode).toBeUndefined()
  })

  it.each<[string, (inside: ReturnType<TransactionReference['collection']>) => Promise<unknown>]>([
    ['a read', (inside) => inside.doc('a').get()],
    ['a query', (inside) => inside.where({ no: 'a' }).get()],
    ['a blind set', (inside) => inside.doc('a').set({ data: { no: 'a' } })],
    ['a remove', (inside) => inside.doc('a').remove()],
  ])('is found for a document touched only by %s', async (_name, touch) => {
    const transaction = await test.db.startTransaction()
    await touch(transaction.collection('accounts'))
    await accounts()
      .doc('a')
      .update({ data: { balance: inc(1) } })
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  })

  it('is found when the document was removed and added again with the same content', async () => {
    const { data } = await accounts().doc('a').get()
    const transaction = await test.db.startTransaction()
    await transaction.collection('accounts').doc('a').get()
    await accounts().doc('a').remove()
    await accounts().add({ data })
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  })

  it('is found when a document that was missing has appeared', async () => {
    const transaction = await test.db.startTransaction()
    await failure(transaction.collection('accounts').doc('new').get())
    await accounts()
      .doc('new')
      .set({ data: { no: 'new' } })
    expect(await failure(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  })

  it('none when another document changed, or nothing really did', async () => {
    const transaction = await test.db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: inc(1) } })
    await accounts()
      .doc('b')
      .set({ data: { no: 'b' } })
    await accounts()
      .doc('a')
      .update({ data: { balance: 10 } })
    await transaction.commit()
    expect(await balance()).toBe(11)
  })

  it('returned by an operation is not run again, unless the code is put back on the error', async () => {
    const conflict = cloudError(
      'DATABASE_TRANSACTION_CONFLICT',
      '[ResourceUnavailable.TransactionConflict] x',
    )
    let runs = 0
    test.fail((body) => (body.action === 'database.modifyDocument' && runs === 1 ? conflict : undefined))
    const once = failure(
      test.db.runTransaction(async (transaction) => {
        runs++
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 1 } })
      }),
    )
    expect(await once).toMatchObject({ errCode: -501001 })
    expect([runs, actions().at(-1)]).toEqual([1, 'abortTransaction'])
    runs = 0
    await test.db.runTransaction(async (transaction) => {
      runs++
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { balance: 1 } })
        .catch((error: { errMsg: string; code?: string }) => {
          if (error.errMsg.includes('TransactionConflict')) error.code = 'DATABASE_TRANSACTION_CONFLICT'
          throw error
        })
    })
    expect(runs).toBe(2)
  })

  it('races of many transactions on one document lose no increment', async () => {
    const add = () =>
      test.db.runTransaction(async (transaction) => {
        const { data } = await transaction.collection('accounts').doc('a').get()
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: Number(data.balance) + 1 } })
      }, 20)
    const done = await Promise.allSettled(Array.from({ length: 8 }, add))
    const won = done.filter((one) => one.status === 'fulfilled').length
    expect(won).toBeGreaterThan(0)
    expect(await balance()).toBe(10 + won)
  })
})

describe('busy', () => {
  it('a second operation while one is under way is refused, the first goes on', async () => {
    const transaction = await test.db.startTransaction()
    const inside = transaction.collection('accounts')
    const both = await Promise.allSettled([
      inside.doc('a').update({ data: { balance: inc(1) } }),
      inside.doc('a').get(),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({
      errCode: -501001,
      errMsg: expect.stringContaining('[ResourceUnavailable.TransactionBusy] Transaction is busy'),
    })
    await transaction.commit()
  })

  it('two transactions do not disturb each other', async () => {
    const [one, two] = await Promise.all([test.db.startTransaction(), test.db.startTransaction()])
    await Promise.all([
      one
        .collection('accounts')
        .doc('x')
        .set({ data: { no: 'x' } }),
      two
        .collection('accounts')
        .doc('y')
        .set({ data: { no: 'y' } }),
    ])
    await Promise.all([one.commit(), two.commit()])
    expect(await accounts().count()).toMatchObject({ total: 3 })
  })
})

describe('the end of a transaction', () => {
  const gone = { message: expect.stringContaining('[ResourceNotFound.TransactionNotExist]') }

  it('lives 30 seconds by the clock and no longer', async () => {
    const transaction = await test.db.startTransaction()
    test.clock.advance(29_000)
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 0 } })
    test.clock.advance(2_000)
    const error = await failure(transaction.collection('accounts').doc('a').get())
    expect(error.errMsg).toContain('[ResourceNotFound.TransactionNotExist]')
    expect(await failure(transaction.commit())).toMatchObject(gone)
    expect(await balance()).toBe(10)
  })

  it('one that is over answers nothing more', async () => {
    const transaction = await test.db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 0 } })
    await transaction.rollback()
    expect(await failure(transaction.collection('accounts').doc('a').get())).toMatchObject({
      errMsg: expect.stringContaining('TransactionNotExist'),
    })
    expect(await failure(transaction.commit())).toMatchObject(gone)
  })

  it('a made-up id is refused', async () => {
    expect(await test.send({ action: 'database.commitTransaction', transactionId: 'x' })).toMatchObject(gone)
    expect(await test.send({ action: 'database.abortTransaction' })).toMatchObject({ code: 'INVALID_PARAM' })
  })
})
