import fc from 'fast-check'
import { fromText, toText } from './text'

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('{"$date":1}', '"$', '$numberDouble'),
  // A negative zero is written as 0, which MongoDB and this product take for the same number.
  fc.double().map((n) => (n === 0 ? 0 : n)),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.constantFrom(/ab/i, /^民/u),
)
const { document } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('document')),
  document: fc.dictionary(
    fc.string({ maxLength: 6 }).filter((key) => !key.startsWith('$') && key !== '__proto__'),
    tie('value'),
    { maxKeys: 5, noNullPrototype: true },
  ),
}))

it('a document comes back from its text as it was', () => {
  fc.assert(
    fc.property(document, (value) => {
      expect(fromText(toText(value))).toEqual(value)
    }),
  )
})

it('writes what the SDK reads cheapest', () => {
  expect(toText({ n: 1, at: new Date(5), none: undefined, l: [undefined, 1], x: Number.NaN })).toBe(
    '{"n":1,"at":{"$date":5},"l":[null,1],"x":{"$numberDouble":"NaN"}}',
  )
})
