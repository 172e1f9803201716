/**
 * The planner against the engine alone: whatever SQL does for a query, the answer must be the one the engine gives
 * when it tests every document. Documents change before they are asked for, so the side tables are tried as well.
 */
import fc from 'fast-check'
import {
  type CollectionSpec,
  type Document,
  openStore,
  type Order,
  type Store,
} from '../../../localcloud/store'
import { compile } from '../../../localcloud/store/engine'
import { sortDocuments } from '../../../localcloud/store/order'

const COLLECTION: CollectionSpec = {
  name: 'c',
  indexes: [
    {
      name: 'by_text_date',
      fields: [
        { path: 'text', type: 'string' },
        { path: 'date', type: 'date', direction: 'desc' },
      ],
    },
    { name: 'by_number', fields: [{ path: 'number', type: 'number' }] },
    { name: 'by_deep', fields: [{ path: 'deep.key', type: 'string' }] },
    { name: 'by_flag', fields: [{ path: 'flag', type: 'boolean' }] },
    { name: 'by_place', fields: [{ path: 'place', type: 'point' }] },
    {
      name: 'by_list_number',
      fields: [
        { path: 'list', type: 'string' },
        { path: 'number', type: 'number', direction: 'desc' },
      ],
      multikey: true,
    },
    { name: 'by_dates', fields: [{ path: 'dates', type: 'date' }], multikey: true },
  ],
}

const text = fc.constantFrom('', 'a', 'b', 'ab', '中文', '😀', '"$', "'")
const number = fc.constantFrom(0, -0, 1, 2, -1, 1.5, 1e15, 2 ** 53, 2 ** 60, 1e20, -1e300)
const date = fc.integer({ min: -3, max: 3 }).map((n) => new Date(n * 1000))
const point = fc
  .tuple(fc.integer({ min: 112, max: 114 }), fc.integer({ min: 33, max: 35 }))
  .map((coordinates) => ({ type: 'Point', coordinates }))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const document = fc.record(
  {
    text: maybe(text),
    number: maybe(number),
    date: maybe(date),
    flag: maybe(fc.boolean()),
    deep: fc.oneof(fc.record({ key: maybe(text) }, { requiredKeys: [] }), fc.constant(5), fc.constant(null)),
    place: maybe(point),
    list: fc.oneof(maybe(text), fc.array(maybe(text), { maxLength: 3 })),
    dates: fc.oneof(maybe(date), fc.array(date, { maxLength: 3 })),
    free: fc.oneof(text, number, date, fc.array(text, { maxLength: 2 })),
  },
  { requiredKeys: [] },
)
const id = fc.integer({ min: 0, max: 12 }).map((n) => `i${n}`)

/** A field with values of its own type and, now and then, of another. */
const operand = fc.oneof(
  ...[
    ['text', text],
    ['number', number],
    ['date', date],
    ['flag', fc.boolean()],
    ['deep.key', text],
    ['list', text],
    ['dates', date],
    ['_id', id],
    ['free', fc.oneof(text, number)],
  ].map(([path, own]) =>
    fc.record({
      path: fc.constant(path as string),
      value: fc.oneof(
        { weight: 6, arbitrary: own as fc.Arbitrary<unknown> },
        { weight: 1, arbitrary: fc.oneof(text, number, date, fc.constant(null)) },
      ),
      other: own as fc.Arbitrary<unknown>,
    }),
  ),
)

const term: fc.Arbitrary<Document> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        operand,
        fc.constantFrom(
          'plain',
          '$eq',
          '$ne',
          '$in',
          '$nin',
          '$gt',
          '$gte',
          '$lt',
          '$lte',
          'range',
          '$exists',
          '$not',
        ),
      )
      .map(([{ path, value, other }, operator]) => {
        if (operator === 'plain') return { [path]: value }
        if (operator === 'range') return { [path]: { $gte: value, $lt: other } }
        if (operator === '$in' || operator === '$nin') return { [path]: { [operator]: [value, other] } }
        if (operator === '$exists') return { [path]: { $exists: value === other } }
        if (operator === '$not') return { [path]: { $not: { $gt: value } } }
        return { [path]: { [operator]: value } }
      }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(point, fc.integer({ min: 0, max: 200_000 })).map(([centre, metres]) => ({
      place: { $geoWithin: { $centerSphere: [centre.coordinates, metres / 6_378_100] } },
    })),
  },
)

const query: fc.Arbitrary<Document> = fc
  .tuple(
    fc.array(term, { maxLength: 3 }),
    fc.array(fc.array(term, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([terms, branches, disjunction]) => ({
    ...Object.assign({}, ...terms),
    ...(branches.length > 0 && {
      [disjunction ? '$or' : '$and']: branches.map((branch) => Object.assign({}, ...branch)),
    }),
  }))

const order = fc
  .uniqueArray(fc.constantFrom('text', 'number', 'date', 'flag', 'deep.key', 'list', 'free'), {
    maxLength: 2,
  })
  .chain((paths) => fc.tuple(...paths.map((path) => fc.tuple(fc.constant(path), fc.constantFrom(1, -1)))))
  // Ties come in any sequence; ending in the unique _id leaves none.
  .map((terms) => ({ ...Object.fromEntries(terms), _id: 1 }) as Order)

const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), id, document }),
  fc.record({ kind: fc.constant('remove' as const), id }),
)

it('finds, counts and sorts as the engine does over all documents', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 40 }),
      fc.array(fc.record({ query, order, skip: fc.nat(3), limit: fc.integer({ min: 1, max: 8 }) }), {
        minLength: 5,
        maxLength: 5,
      }),
      (changes, questions) => {
        const store = openStore({
          file: ':memory:',
          collections: [COLLECTION],
          durability: 'off',
          clock: () => new Date(),
        })
        try {
          const kept = apply(store, changes)
          for (const question of questions) compareAnswers(store, kept, question)
        } finally {
          store.close()
        }
      },
    ),
  )
})

function apply(
  store: Store,
  changes: { kind: 'set' | 'remove'; id: string; document?: Document }[],
): Document[] {
  const kept = new Map<string, Document>()
  for (const { kind, id, document } of changes) {
    if (kind === 'set') {
      store.set('c', id, document as Document)
      kept.set(id, { _id: id, ...document })
    } else {
      store.remove('c', { _id: id }, { multi: false })
      kept.delete(id)
    }
  }
  return [...kept.values()]
}

interface Question {
  query: Document
  order: Order
  skip: number
  limit: number
}

function compareAnswers(store: Store, kept: Document[], { query, order, skip, limit }: Question): void {
  const matches = kept.filter(compile(query))
  const ids = (texts: string[]) => texts.map((one) => JSON.parse(one)._id as string)
  expect(ids(store.find('c', { query, limit: Infinity })).sort()).toEqual(
    matches.map((one) => one._id).sort(),
  )
  expect(store.count('c', query)).toBe(matches.length)
  const sorted = sortDocuments([...matches], order, (one) => one).slice(skip, skip + limit)
  expect(ids(store.find('c', { query, order, skip, limit }))).toEqual(sorted.map((one) => one._id))
}
