import { NOISE_LESSONS, NOISE_UNSEEN, ODD, OTHERS } from '../testing/texts'
import {
  decodeModel,
  encodeModel,
  measure,
  NotAModel,
  partsOf,
  rank,
  train,
  wordsFor,
  type CategoryModel,
  type Example,
} from '.'

const labels = ['noise', ...new Set(OTHERS.map(({ categoryId }) => categoryId))]
const examples: Example[] = [
  ...NOISE_LESSONS.map((body) => ({ message: { body }, label: 'noise' })),
  ...OTHERS.map(({ words, categoryId }) => ({ message: { body: words }, label: categoryId })),
]
const words = [
  { label: 'water-supply', words: [{ word: '停水', weight: 4 }] },
  { label: 'wages', words: [{ word: '欠薪', weight: 5 }] },
]

let model: CategoryModel
beforeAll(() => {
  model = train(examples, labels, words)
})

const likeliest = (body: string, from = model) => rank(from, { body }, words)[0]!

describe('the category model', () => {
  it('R-D1 finds the category of texts it has not seen, and adds up to certainty', () => {
    const right = NOISE_UNSEEN.filter((body) => likeliest(body).label === 'noise').length
    expect(right / NOISE_UNSEEN.length).toBeGreaterThan(0.9)
    const sum = rank(model, { body: NOISE_UNSEEN[0] }, words).reduce(
      (all, { probability }) => all + probability,
      0,
    )
    expect(sum).toBeCloseTo(1)
  })

  it('R-D1 names the words that spoke for it, none twice, none across a comma', () => {
    const body = '楼下工地打桩，半夜睡不着，半夜睡不着'
    const named = wordsFor(model, { body }, 'noise', 'wages', 3)
    expect(named.length).toBeGreaterThan(0)
    for (const word of named) expect(body).toContain(word)
    expect(new Set(named).size).toBe(named.length)
    expect(named.join('')).not.toMatch(/[，。]/)
    expect(wordsFor(model, { body: '' }, 'noise', undefined, 3)).toEqual([])
  })

  it('R-D3 starts from the county’s own words before it has learned anything', () => {
    const young = train([], labels, words)
    expect(likeliest('我家停水了', young).label).toBe('water-supply')
    expect(likeliest('老板欠薪', young).label).toBe('wages')
  })

  it.each(ODD)('is little sure of what says little (%#)', (body) => {
    expect(likeliest(body).probability).toBeLessThan(0.6)
    // Of this process's own time, the fastest of several: the machine may be busy with something else.
    const times = Array.from({ length: 8 }, () => {
      const started = process.cpuUsage()
      rank(model, { body }, words)
      return process.cpuUsage(started).user / 1000
    })
    expect(Math.min(...times)).toBeLessThan(20)
  })

  it('is the same for the same messages', () => {
    expect(encodeModel(train(examples, labels, words))).toEqual(encodeModel(model))
  })
})

describe('a model as a file', () => {
  it('says what it holds and comes back as it was', () => {
    const bytes = encodeModel(model)
    const [line] = new TextDecoder().decode(bytes).split('\n')
    expect(JSON.parse(line!)).toMatchObject({ version: 1, labels, features: model.features.length })
    expect(decodeModel(bytes)).toEqual(model)
    // As storage gives it: a view somewhere in a larger piece of memory.
    expect(decodeModel(Buffer.concat([Buffer.from('…'), bytes]).subarray(3))).toEqual(model)
  })

  it.each([
    ['nothing', (_: Uint8Array) => new Uint8Array(), '不是民声的归类模型'],
    ['another file', () => new TextEncoder().encode('{"name":"photo"}\n…'), '不是民声的归类模型'],
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, -7), '不完整'],
    [
      'changed',
      (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte)),
      '已损坏',
    ],
    [
      'another version',
      (bytes: Uint8Array) =>
        new TextEncoder().encode(
          new TextDecoder().decode(bytes.slice(0, 2000)).replace('"version":1', '"version":9'),
        ),
      '第 9 版',
    ],
  ])('is refused with words when it is %s', (_, spoil, says) => {
    expect(() => decodeModel(spoil(encodeModel(model)))).toThrow(NotAModel)
    expect(() => decodeModel(spoil(encodeModel(model)))).toThrow(says)
  })
})

describe('trying out', () => {
  it('keeps messages about one thing on one side', () => {
    const grouped = Array.from({ length: 60 }, (_, i) => ({ group: i % 12 }))
    const part = partsOf(grouped, 4)
    grouped.forEach(({ group }, i) => expect(part[i]).toBe(part[group]))
    expect(new Set(part)).toEqual(new Set([0, 1, 2, 3]))
  })

  it('R-D4 measures how far confidence holds what it promises', () => {
    const judged = (answer: string, probability: number) => ({
      answer,
      ranked: [
        { label: 'a', probability },
        { label: 'b', probability: 1 - probability },
      ],
    })
    const figures = measure([judged('a', 0.9), judged('a', 0.9), judged('b', 0.9), judged('b', 0.55)])
    expect(figures).toMatchObject({ accuracy: 0.5, top2: 1, coverageAt99: 0.5 })
    expect(figures.ece).toBeCloseTo((0.9 * 3 - 2) / 4 + 0.55 / 4)
    expect(figures.perClass.a).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3, count: 2 })
    expect(figures.macroF1).toBeCloseTo(1 / 3)
  })
})
