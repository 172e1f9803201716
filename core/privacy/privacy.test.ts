import fc from 'fast-check'
import { maskName, maskNumbers, maskPhone, personalNumbersOf, protect, restore } from '.'

const seal = (plain: string) => `v1.${Buffer.from(plain).toString('base64url')}`
const open = (sealed: string) =>
  sealed.startsWith('v1.') ? Buffer.from(sealed.slice(3), 'base64url').toString() : null

describe('R-P4 masks', () => {
  it.each([
    ['张桂兰', '张**'],
    ['欧阳某某', '欧**'],
    [' 李 ', '李**'],
    ['𠮷田', '𠮷**'],
  ])('R-P4 a name shows only its first character: %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('R-P4 a phone shows three digits in front and four behind', () => {
    expect(maskPhone('13812340000')).toBe('138****0000')
    expect(maskPhone('5551234')).toBe('****34')
  })

  it('R-P4 numbers inside words are masked, the words stay', () => {
    expect(maskNumbers('请打13812345678找我，身份证41022519800101123X')).toBe(
      '请打138****78找我，身份证410****3X',
    )
  })
})

describe('personal numbers in words', () => {
  it.each([
    ['电话13812345678。', ['13812345678']],
    ['138 1234 5678', ['138 1234 5678']],
    ['138-1234-5678', ['138-1234-5678']],
    ['+8613812345678', ['8613812345678']],
    ['１３８１２３４５６７８', ['１３８１２３４５６７８']],
    ['1381234567813912345678', ['1381234567813912345678']],
    ['41022519800101123x', ['41022519800101123x']],
    ['410225 19800101 1234', ['410225 19800101 1234']],
    ['tel13812345678abc', ['13812345678']],
    ['6222 0212 3456 7890 123 卡号6222021234567890123', ['6222021234567890123']],
  ])('R-X3 finds %s', (text, found) => {
    expect(personalNumbersOf(text)).toEqual(found)
  })

  it.each([
    '2026-11-22 10:30',
    'LX20261122-0007',
    '拨打12345',
    '0371-26991234',
    '1.5 万元，3 户',
    '20261122',
  ])('leaves ordinary numbers alone: %s', (text) => {
    expect(personalNumbersOf(text)).toEqual([])
  })
})

describe('R-X3 a document at rest', () => {
  it('R-X3 shows no personal number, and comes back whole', () => {
    const at = new Date(0)
    const stored = {
      _id: 'x',
      words: '我的电话是13812345678',
      events: [
        {
          seq: 1,
          salt: 'grain',
          body: { words: '138-1234-5678', facts: { note: '41022519800101123X' } },
          at,
        },
      ],
      none: null,
      empty: {},
    }
    const kept = protect(stored, seal)
    const text = JSON.stringify(kept)
    expect(text).not.toMatch(/13812345678|138-1234-5678|41022519800101123X|"grain"/)
    expect(kept.events[0]?.at).toBe(at)
    expect(restore(kept, open)).toEqual(stored)
  })

  it('leaves identifiers, keys and hashes as they are: queries need them', () => {
    const keys = {
      _id: '1700000000000-a',
      sortKey: '1700000000000-a',
      rankKey: '0000629904280-a',
      leadUnitId: '13812345678',
      photos: ['env.bucket/photos/202611/12345678901234567890123456789012.jpg'],
      locks: { leader: '12345678901a2345678901a234567890' },
    }
    expect(protect(keys, seal)).toEqual(keys)
  })

  it('protecting twice is protecting once', () => {
    const once = protect({ words: '13812345678', salt: 's' }, seal)
    expect(protect(once, seal)).toEqual(once)
  })

  it('what people type between the brackets of a token stays what they typed', () => {
    const typed = { words: '⟦abc⟧ ⟦v2.x⟧' }
    expect(restore(protect(typed, seal), open)).toEqual(typed)
  })

  it('R-X3 holds for any words around any number', () => {
    const digits = fc.stringMatching(/^1[3-9][0-9]{9}$/)
    fc.assert(
      fc.property(fc.string(), digits, fc.string(), (before, number, after) => {
        const document = { words: before + number + after }
        const kept = protect(document, seal)
        expect(kept.words).not.toContain(number)
        expect(restore(kept, open)).toEqual(document)
      }),
    )
  })
})
