import { NOISE_LESSONS, NOISE_UNSEEN, OTHERS } from '../testing/texts'
import { encodeModel, rank, train, type Example } from '.'

/** A model that was trained elsewhere, and what a county that has one category more teaches on top of it. */
const known = [...new Set(OTHERS.map(({ categoryId }) => categoryId))].reverse()
const labels = ['noise', ...known].sort()
const of = (list: typeof OTHERS): Example[] =>
  list.map(({ words, categoryId }) => ({ message: { body: words }, label: categoryId }))
const learned = OTHERS.filter((_, i) => i % 5 < 3)
const unseen = OTHERS.filter((_, i) => i % 5 >= 3)
const base = train(of(learned), known, [])
const noise = NOISE_LESSONS.map((body) => ({ message: { body }, label: 'noise' }))
const rightIn = (model: typeof base, list: typeof OTHERS) =>
  list.filter(({ words, categoryId }) => rank(model, { body: words }, [])[0]!.label === categoryId).length /
  list.length

it('R-D3 without lessons it says what the installed model says', () => {
  const model = train([], labels, [], base)
  for (const { words } of unseen) {
    expect(rank(model, { body: words }, [])[0]!.label).toBe(rank(base, { body: words }, [])[0]!.label)
  }
  expect(model.sharpness).toBe(base.sharpness)
})

it('R-D3 the county’s lessons count on top of it, and what it knew is not forgotten', () => {
  const model = train(noise, labels, [], base)
  const asNoise = NOISE_UNSEEN.map((words) => ({ words, categoryId: 'noise' }))
  expect(rightIn(model, asNoise)).toBeGreaterThanOrEqual(0.9)
  expect(rightIn(model, learned)).toBe(1)
  expect(rightIn(model, unseen)).toBeGreaterThanOrEqual(rightIn(base, unseen) - 0.1)
  expect(rightIn(train(noise, labels, []), learned)).toBeLessThan(0.5)
  expect(model.trainedOn).toBe(noise.length)
})

it('R-D3 the same lessons on the same model are the same model', () => {
  const [one, other] = [0, 1].map(() => encodeModel(train(noise, labels, [], base)))
  expect(Buffer.compare(Buffer.from(one!), Buffer.from(other!))).toBe(0)
})
