import { rolling } from './rolling'

it('R-G3 a wall shows one screenful a turn, all of them in turn, and then from the start', () => {
  const items = [1, 2, 3, 4, 5]
  expect([0, 1, 2, 3].map((turn) => rolling(items, 2, turn))).toEqual([[1, 2], [3, 4], [5], [1, 2]])
  expect(rolling([], 2, 7)).toEqual([])
  expect(rolling(items, 9, 3)).toEqual(items)
})
