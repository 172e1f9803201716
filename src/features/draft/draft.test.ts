import fc from 'fast-check'
import * as v from 'valibot'
import { submit } from '@core/contracts/ticket/submit'
import { KINDS, type Kind } from '@core/ticket/words'
import { emptyDraft, isEmpty, missing, toInput, toQuestion, type Draft } from './draft'

const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft, ...change })
const words = '文化路的路灯坏了半个月'

const anyDraft: fc.Arbitrary<Draft> = fc.record({
  words: fc.string({ maxLength: 60 }),
  kind: fc.constantFrom(undefined, ...(Object.keys(KINDS) as Kind[])),
  photos: fc.array(fc.record({ key: fc.string(), photo: fc.constantFrom(undefined, 'photos/abcdefghij') }), {
    maxLength: 9,
  }),
  townshipId: fc.constantFrom(undefined, 't1'),
  villageId: fc.constantFrom(undefined, 'v1'),
  address: fc.string({ maxLength: 100 }),
  point: fc.constantFrom(undefined, { latitude: 34.8, longitude: 114.8 }),
  confidential: fc.boolean(),
  contactName: fc.string({ maxLength: 20 }),
  contactPhone: fc.constantFrom('', ' ', '13800000000', '12', 'abc'),
  enterprise: fc.boolean(),
  enterpriseName: fc.string({ maxLength: 60 }),
  position: fc.string({ maxLength: 30 }),
  accusedUnitIds: fc.array(fc.constantFrom('u1', 'u2'), { maxLength: 5 }),
  onBehalf: fc.boolean(),
  behalfName: fc.constantFrom('', '赵', '赵大娘'),
  behalfPhone: fc.constantFrom('', '13800000000', '12'),
  consent: fc.boolean(),
})

describe('a draft of a report', () => {
  it('R-T1 needs only the words', () => {
    expect(missing(draft({ words }))).toEqual({})
    expect(missing(draft({ words: '停水了' }))).toHaveProperty('words')
    expect(toInput(draft({ words: `  ${words}  ` }))).toEqual({ words, photos: [], confidential: false })
  })

  it('R-T1 what the form lets pass, the contract accepts', () => {
    fc.assert(
      fc.property(anyDraft, (each) => {
        fc.pre(Object.keys(missing(each)).length === 0)
        const { issues } = v.safeParse(submit.input, toInput(each))
        expect(issues?.map(({ message }) => message)).toBeUndefined()
      }),
    )
  })

  it('R-T1 an address without its township is asked for, never dropped', () => {
    expect(missing(draft({ words, address: '文化路 12 号' }))).toHaveProperty(['place.townshipId'])
  })

  it('R-P5 names accused units only with a complaint or a report', () => {
    const accused = draft({ words, accusedUnitIds: ['u1'] })
    expect(toInput({ ...accused, kind: 'report' }).accusedUnitIds).toEqual(['u1'])
    expect(toInput({ ...accused, kind: 'complaint' }).accusedUnitIds).toEqual(['u1'])
    expect(toInput({ ...accused, kind: 'praise' })).not.toHaveProperty('accusedUnitIds')
  })

  it('R-T1 leaves the enterprise out when the switch is off', () => {
    expect(toInput(draft({ words, enterpriseName: '某公司' }))).not.toHaveProperty('enterprise')
  })

  it('an agent’s form asks for whom, and for that person’s consent', () => {
    const form = draft({ words, onBehalf: true, contactPhone: '1380000' })
    expect(Object.keys(missing(form)).sort()).toEqual([
      'onBehalfOf.consent',
      'onBehalfOf.name',
      'onBehalfOf.phone',
    ])
    const filled = { ...form, behalfName: '赵大娘', behalfPhone: '13800000000', consent: true }
    expect(missing(filled)).toEqual({})
    // The agent's own number is not the reporter's.
    expect(toInput(filled)).toEqual({
      words,
      photos: [],
      confidential: false,
      onBehalfOf: { name: '赵大娘', phone: '13800000000', consent: true },
    })
  })

  it('R-T2 knows an untouched form', () => {
    expect(isEmpty(draft({}))).toBe(true)
    expect(isEmpty(draft({ words: '停' }))).toBe(false)
  })
})

const near = { ...emptyDraft, words: '柳林村二组停水三天了，没有人来。', townshipId: 'liulin' }

it('R-T3 looks nearby once there are words and a place; never for what is secret or somebody else’s', () => {
  expect(toQuestion(near)).toEqual({ words: near.words, place: { townshipId: 'liulin' } })
  const nothing = [
    { words: '停水了' },
    { townshipId: undefined },
    { confidential: true },
    { kind: 'report' as const },
    { onBehalf: true },
  ]
  for (const change of nothing)
    expect([change, toQuestion({ ...near, ...change })]).toEqual([change, undefined])
})
