import { randomBytes } from 'node:crypto'
import { keyedHash, sameSignature, seal, unseal } from './crypto'

const key = () => randomBytes(32).toString('base64')

beforeEach(() => {
  process.env.MINSHENG_SECRET_ENC = key()
  process.env.MINSHENG_SECRET_HMAC = key()
})
afterAll(() => {
  delete process.env.MINSHENG_SECRET_ENC
  delete process.env.MINSHENG_SECRET_HMAC
})

describe('R-X3 sealing', () => {
  it('R-X3 gives back what was sealed, and never looks the same twice', () => {
    const [a, b] = [seal('13812345678'), seal('13812345678')]
    expect(a).not.toBe(b)
    expect(a).not.toContain('1381234')
    expect([unseal(a), unseal(b)]).toEqual(['13812345678', '13812345678'])
    expect(unseal(seal(''))).toBe('')
  })

  it('R-X3 does not open what was changed or sealed with another key', () => {
    const sealed = seal('张桂兰')
    expect(unseal(`${sealed.slice(0, -2)}AA`)).toBeNull()
    expect(unseal('v1.AAAA')).toBeNull()
    expect(unseal('plain')).toBeNull()
    process.env.MINSHENG_SECRET_ENC = key()
    expect(unseal(sealed)).toBeNull()
  })

  it('a hash depends on the key and on what it is for', () => {
    const hash = keyedHash('phone', '13812345678')
    expect(hash).toMatch(/^[0-9a-f]{32}$/)
    expect(keyedHash('phone', '13812345678')).toBe(hash)
    expect(keyedHash('photo', '13812345678')).not.toBe(hash)
    process.env.MINSHENG_SECRET_HMAC = key()
    expect(keyedHash('phone', '13812345678')).not.toBe(hash)
  })

  it.each([undefined, '', 'c2hvcnQ='])('refuses to work without a whole key (%s)', (value) => {
    if (value === undefined) delete process.env.MINSHENG_SECRET_ENC
    else process.env.MINSHENG_SECRET_ENC = value
    expect(() => seal('x')).toThrow('MINSHENG_SECRET_ENC must be set to 32 bytes')
  })

  it('compares signatures of any length', () => {
    expect(sameSignature('ab', 'ab')).toBe(true)
    expect(sameSignature('ab', 'ac')).toBe(false)
    expect(sameSignature('ab', 'abc')).toBe(false)
  })
})
