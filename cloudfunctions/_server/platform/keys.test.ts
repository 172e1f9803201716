import { assertSafeKeys, assertSafePath } from './keys'

describe('keys that may be stored', () => {
  it.each([
    [{ $set: 1 }],
    [{ a: { 'b.c': 1 } }],
    [[{ list: [{ $gt: '' }] }]],
    [JSON.parse('{"__proto__": {"role": "admin"}}')],
    [{ constructor: 1 }],
    [{ a: { prototype: 1 } }],
  ])('refuses %j', (value) => {
    expect(() => assertSafeKeys(value)).toThrow('cannot be stored')
  })

  it('lets ordinary documents pass', () => {
    expect(() => assertSafeKeys({ a: [{ b: new Date(), c: null }], _id: 'x' })).not.toThrow()
  })

  it.each(['', 'a..b', '$set', 'a.$', 'a.__proto__.b', 'constructor', 'a b', '.a'])(
    'refuses the path "%s"',
    (path) => {
      expect(() => assertSafePath(path)).toThrow('cannot be stored')
    },
  )

  it.each(['claims.499', 'seats.s1.0a1b', 'staff.unitId', '_id'])('takes the path %s', (path) => {
    expect(() => assertSafePath(path)).not.toThrow()
  })
})
