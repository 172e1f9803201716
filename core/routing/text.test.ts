import { eachGram, hashOf, MOST_CHARACTERS, normalise } from './text'

const gramsOf = (text: string, shortest: number, longest: number, salt?: number) => {
  const found: [hash: number, gram: string][] = []
  const visit = (hash: number, start: number, length: number) =>
    found.push([hash, text.slice(start, start + length)])
  eachGram(text, shortest, longest, visit, salt)
  return found
}

describe('text', () => {
  it('is compared in one form, whatever keyboard it came from', () => {
    expect(normalise(' 停水３天\n\n ＡＢＣ  def ')).toBe('停水3天 abc def')
    expect(normalise('长'.repeat(100_000))).toHaveLength(MOST_CHARACTERS)
  })

  it('is read as runs of characters, each the same number wherever it stands', () => {
    expect(gramsOf('停水停', 1, 2).map(([, gram]) => gram)).toEqual(['停', '停水', '水', '水停', '停'])
    const [first, , , , last] = gramsOf('停水停', 1, 2)
    expect(first![0]).toBe(last![0])
    expect(gramsOf('水', 1, 1, 1)[0]![0]).not.toBe(gramsOf('水', 1, 1)[0]![0])
    expect(hashOf('停水停')).toBe(gramsOf('停水停', 3, 3)[0]![0])
  })

  it('different runs hardly ever share a number', () => {
    const runs = new Set<string>()
    const numbers = new Set<number>()
    let text = ''
    for (let i = 0; i < 40_000; i++) text += String.fromCharCode(0x4e00 + ((i * 7919 + (i >> 3)) % 3000))
    for (const [hash, gram] of gramsOf(text, 1, 3)) {
      runs.add(gram)
      numbers.add(hash)
    }
    expect(runs.size - numbers.size).toBeLessThan(10)
  })
})
