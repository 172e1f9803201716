import fc from 'fast-check'
import { isSame, patchOf, type Patch } from './patch'

/** What the database makes of a patch, at the top level. */
function applied(stored: Record<string, unknown>, { set = {}, unset = [], push = {} }: Patch) {
  const next: Record<string, unknown> = { ...stored, ...set }
  for (const [field, values] of Object.entries(push)) next[field] = [...(next[field] as unknown[]), ...values]
  for (const field of unset) delete next[field]
  return next
}

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-c]$/), tie('any'), { maxKeys: 3 }),
  ),
})).any
const document = fc.dictionary(fc.stringMatching(/^[a-e]$/), value, { maxKeys: 5 })

describe('patchOf', () => {
  it('makes the next document of the stored one, whatever changed', () => {
    fc.assert(
      fc.property(document, document, (prev, next) => {
        expect(isSame(applied(prev, patchOf(prev, next)), next)).toBe(true)
      }),
    )
  })

  it('pushes to an array that only grew, and says nothing of what stayed', () => {
    const prev = { _id: 'a', version: 3, events: [{ seq: 1 }], words: 'x', clock: {}, question: 1 }
    const next = {
      _id: 'a',
      version: 3,
      events: [{ seq: 1 }, { seq: 2 }],
      words: 'x',
      clock: { at: new Date(1) },
    }
    expect(patchOf(prev, next)).toEqual({
      set: { clock: { at: new Date(1) } },
      push: { events: [{ seq: 2 }] },
      unset: ['question'],
      inc: { version: 1 },
    })
  })

  it('sets an array whose past changed', () => {
    expect(patchOf({ outbox: [1, 2] }, { outbox: [2, 3, 4] }).set).toEqual({ outbox: [2, 3, 4] })
  })

  it('takes a field that is undefined for one that is not there', () => {
    expect(patchOf({ a: 1 }, { a: undefined })).toMatchObject({ unset: ['a'] })
    expect(patchOf({ a: { b: undefined } }, { a: {} })).toMatchObject({ set: {}, unset: [] })
  })
})
