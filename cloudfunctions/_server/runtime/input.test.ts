import type { AppError } from '@core/errors'
import { knownAction, parseInput, readBody } from './input'

function fieldsOf(work: () => unknown): Record<string, string> | string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    const { code, details } = error as AppError
    return details.fields ?? code
  }
}
const submit = { words: '十个字以上的事情要反映', photos: [], confidential: false }
const fields = (input: unknown) => fieldsOf(() => parseInput('ticket.submit', input))

describe('what a field is told', () => {
  it('a missing field is named in its own words', () => {
    expect(fields({})).toEqual({
      words: '请填写要反映的事情',
      photos: '照片格式不对',
      confidential: '保密请选是或否',
    })
    expect(fields({ ...submit, place: {} })).toEqual({ 'place.townshipId': '缺少乡镇' })
  })

  it('a missing choice of a variant is named too', () => {
    expect(fieldsOf(() => parseInput('ticket.recordCallback', {}))).toEqual({ outcome: '请填写这一项' })
    expect(
      fieldsOf(() =>
        parseInput('ticket.recordCallback', { outcome: 'answered', ticketId: 'a', reasons: [], photos: [] }),
      ),
    ).toEqual({
      solved: '请选择是否解决',
      result: '请选择对办理结果的评价',
      attitude: '请选择对服务态度的评价',
    })
  })

  it('unknown fields, operators and prototypes are refused by name', () => {
    expect(fields({ ...submit, role: 'admin' })).toEqual({ role: '没有这一项' })
    expect(fields({ ...submit, words: { $gt: '' } })).toEqual({ words: '请填写要反映的事情' })
    expect(fields({ ...submit, $where: '1' })).toEqual({ $where: '没有这一项' })
    const poisoned = JSON.parse(`{"__proto__": {"role": "admin"}, ${JSON.stringify(submit).slice(1)}`)
    expect(Object.entries(fields(poisoned) ?? {})).toEqual([['__proto__', '没有这一项']])
    expect(fields({ ...submit, place: { townshipId: 'a', constructor: 'x' } })).toEqual({
      'place.constructor': '没有这一项',
    })
  })

  it.each([null, undefined, 'text', 5, true, []])('an input that is no object is refused: %j', (input) => {
    expect(typeof fields(input)).toBe('object')
  })
})

describe('the body of a call', () => {
  it('needs an action and a request id', () => {
    expect(fieldsOf(() => readBody(undefined))).toEqual({
      action: '缺少功能名称',
      requestId: '缺少请求编号，或格式不对',
    })
    expect(fieldsOf(() => readBody({ action: 'a', requestId: 'short' }))).toEqual({
      requestId: '缺少请求编号，或格式不对',
    })
    expect(readBody({ action: 'a', input: 1, requestId: 'abcdefgh' })).toEqual({
      action: 'a',
      input: 1,
      requestId: 'abcdefgh',
    })
  })

  it('over 50 KB names the largest field', () => {
    const body = {
      action: 'ticket.submit',
      requestId: 'abcdefgh',
      input: { words: '字'.repeat(20_000), kind: 'help' },
    }
    expect(fieldsOf(() => readBody(body))).toEqual({ words: '内容太大了，请减少一些' })
  })

  it.each(['ticket.nothing', 'people.me', 'constructor', '__proto__', ''])(
    '%s is no action of `ticket`',
    (action) => {
      expect(fieldsOf(() => knownAction('ticket', action))).toBe('UNKNOWN_ACTION')
    },
  )
})

it('an empty list is not an empty object', () => {
  expect(fieldsOf(() => parseInput('people.me', []))).toEqual({ input: '请填写这一项' })
})
