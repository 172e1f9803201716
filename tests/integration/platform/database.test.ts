import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { startCounty, type County } from '../harness'

/** The door to the database, through the real SDK. */
type Database = typeof import('@server/platform/database')
type PatchModule = typeof import('@server/platform/patch')
type Conditions = typeof import('@server/platform/conditions')

let county: County
let db: Database
let patch: PatchModule
let is: Conditions
const before = { ...process.env }

beforeAll(async () => {
  county = await startCounty({ collections: [{ name: 'things', indexes: [] }] as never, seed: false })
  const secret = () => randomBytes(32).toString('base64')
  Object.assign(process.env, county.cloud.adminEnvironment, {
    MINSHENG_SECRET_ENC: secret(),
    MINSHENG_SECRET_HMAC: secret(),
  })
  db = await import('@server/platform/database')
  patch = await import('@server/platform/patch')
  is = await import('@server/platform/conditions')
})
afterAll(async () => {
  process.env = before
  await county.close()
})

type Thing = { _id: string } & Record<string, unknown>
let ids = 0
const newId = () => `thing-${++ids}`
const stored = async (id: string) => (await db.get<Thing>('things', id))!
/** A document as it is, without the fields that are the write's own. */
const bare = ({ _id, version, ...rest }: Thing) => rest

const leaf = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
  fc.constant('请打13812345678或138-1234-5679'),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-c]$/), tie('any'), { maxKeys: 3 }),
  ),
})).any
const document = fc.dictionary(fc.stringMatching(/^[a-e]$/), value, { maxKeys: 4 })

describe('patchOf and updateOne', () => {
  it('what is stored is the next document: dates, nulls, empty objects and removed fields too', async () => {
    await fc.assert(
      fc.asyncProperty(document, document, fc.array(leaf, { maxLength: 3 }), async (a, b, more) => {
        const id = newId()
        const prev: Thing = { _id: id, version: 1, log: [], ...a }
        // A log that only grows, as events do.
        const next: Thing = { _id: id, version: 1, log: more, ...b }
        await db.insert('things', prev)
        expect(patch.isSame(bare(await stored(id)), bare(prev))).toBe(true)
        expect(await db.updateOne('things', id, { version: 1 }, patch.patchOf(prev, next))).toBe(true)
        const after = await stored(id)
        expect(after.version).toBe(2)
        expect(patch.isSame(bare(after), bare(next))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('R-X3 what is stored shows no personal number, whatever path it was written by', async () => {
    const id = newId()
    await db.insert('things', { _id: id, words: '打13812345678', list: [] } as Thing)
    await db.updateOne(
      'things',
      id,
      {},
      {
        set: { 'place.address': '问13812345679' },
        push: { list: [{ body: { words: '打13812345670' }, salt: 'grain' }] },
      },
    )
    const text = JSON.stringify(county.document('things', id))
    expect(text).not.toMatch(/138123456|grain/)
    expect(await stored(id)).toMatchObject({
      words: '打13812345678',
      place: { address: '问13812345679' },
      list: [{ body: { words: '打13812345670' }, salt: 'grain' }],
    })
  })

  it('writes only what meets the condition, and says so', async () => {
    const id = newId()
    await db.insert('things', { _id: id, version: 3, free: 1 } as Thing)
    const take = () => db.updateOne('things', id, { free: is.gt(0) }, { inc: { free: -1, version: 1 } })
    expect([await take(), await take()]).toEqual([true, false])
    expect(await stored(id)).toMatchObject({ free: 0, version: 4 })
    expect(await db.updateOne('things', 'nowhere', {}, { set: { a: 1 } })).toBe(false)
  })

  it('a second document of the same id is not added', async () => {
    const id = newId()
    expect(await db.insert('things', { _id: id, a: 1 } as Thing)).toBe(true)
    expect(await db.insert('things', { _id: id, a: 2 } as Thing)).toBe(false)
    expect(await stored(id)).toEqual({ _id: id, a: 1 })
  })
})

describe('what never reaches the database', () => {
  const refused = async (work: () => Promise<unknown>) => {
    const [all, before] = [() => county.documents('things', {}), county.documents('things', {})]
    await expect(work()).rejects.toThrow()
    expect(all()).toEqual(before)
  }
  it.each([undefined, '', null, 5, { $ne: '' }])(
    'a write without an id (%j) would reach every document',
    async (id) => {
      await refused(() => db.updateOne('things', id as never, { version: 1 }, { set: { a: 1 } }))
      await refused(() => db.get('things', id as never))
      await refused(() => db.insert('things', { _id: id as never }))
    },
  )
  it.each([undefined, null, { $gt: 0 }, [1], () => 1])(
    'a condition that is no condition (%j)',
    async (condition) => {
      await refused(() =>
        db.updateOne('things', 'thing-1', { version: condition as never }, { set: { a: 1 } }),
      )
      await refused(() => db.count('things', { a: condition as never }))
    },
  )
  it.each([{ $set: 1 }, { 'a.b': 1 }, JSON.parse('{"__proto__":1}'), { constructor: 1 }])(
    'a key like %j',
    async (value) => {
      await refused(() => db.updateOne('things', 'thing-1', {}, { set: { a: value } }))
      await refused(() => db.updateOne('things', 'thing-1', {}, { push: { list: [value] } }))
      await refused(() => db.insert('things', { _id: 'bad', value } as Thing))
    },
  )
  it.each(['$set', 'a.$[]', 'a..b', 'a.__proto__'])('a path like %s', async (path) => {
    await refused(() => db.updateOne('things', 'thing-1', {}, { set: { [path]: 1 } }))
    await refused(() => db.updateOne('things', 'thing-1', {}, { unset: [path] }))
    await refused(() => db.updateOne('things', 'thing-1', { [path]: 1 }, { set: { a: 1 } }))
  })
})
