import { DeployFailure } from './failure'
import { settleVariables } from './variables'

const ENV = { required: ['MINSHENG_SECRET_ENC'], optional: ['MINSHENG_SUBSCRIBE_TEMPLATES'] }
const [KEY, OTHER] = [1, 2].map((fill) => Buffer.alloc(32, fill).toString('base64')) as [string, string]

const settle = (current: Record<string, Record<string, string>>, given: Record<string, string> = {}) =>
  Object.fromEntries(settleVariables(ENV, new Map(Object.entries(current)), given))

it('the terminal gives a secret the first time', () => {
  expect(settle({ ticket: {}, open: {} }, { MINSHENG_SECRET_ENC: KEY })).toEqual({
    ticket: { MINSHENG_SECRET_ENC: KEY },
    open: { MINSHENG_SECRET_ENC: KEY },
  })
})

it('later the cloud has it: a new function gets it too, and what else is set stays', () => {
  expect(settle({ ticket: { MINSHENG_SECRET_ENC: KEY, MADE_BY_HAND: '1' }, supervision: {} })).toEqual({
    ticket: { MINSHENG_SECRET_ENC: KEY, MADE_BY_HAND: '1' },
    supervision: { MINSHENG_SECRET_ENC: KEY },
  })
})

it.each([
  ['nobody has it', { ticket: {} }, {}, '还没有环境变量 MINSHENG_SECRET_ENC'],
  ['it is empty', { ticket: {} }, { MINSHENG_SECRET_ENC: '' }, '还没有环境变量 MINSHENG_SECRET_ENC'],
  ['it is too short', { ticket: {} }, { MINSHENG_SECRET_ENC: 'abc' }, '32 字节'],
  [
    'it would be changed',
    { ticket: { MINSHENG_SECRET_ENC: KEY } },
    { MINSHENG_SECRET_ENC: OTHER },
    '与云上的不同',
  ],
  [
    'two functions differ',
    { a: { MINSHENG_SECRET_ENC: KEY }, b: { MINSHENG_SECRET_ENC: OTHER } },
    {},
    '不一样',
  ],
])('stops when %s, and does not tell the value', (_why, current, given, words) => {
  const attempt = () => settle(current as Record<string, Record<string, string>>, given)
  expect(attempt).toThrow(DeployFailure)
  expect(attempt).toThrow(words)
  expect(attempt).not.toThrow(KEY)
})

it('what is no secret may be changed from the terminal, and stays without it', () => {
  const current = { ticket: { MINSHENG_SECRET_ENC: KEY, MINSHENG_SUBSCRIBE_TEMPLATES: '{"a":1}' } }
  expect(settle(current).ticket!.MINSHENG_SUBSCRIBE_TEMPLATES).toBe('{"a":1}')
  expect(settle(current, { MINSHENG_SUBSCRIBE_TEMPLATES: '{}' }).ticket!.MINSHENG_SUBSCRIBE_TEMPLATES).toBe(
    '{}',
  )
})
