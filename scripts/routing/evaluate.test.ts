import { someOf } from './evaluate'

it('a draw from a file sorted by category keeps every category its share, and groups together', () => {
  const examples = ['供水', '道路', '噪音'].flatMap((label) =>
    Array.from({ length: 200 }, (_, i) => ({
      message: { body: `${label}${i}` },
      label,
      group: `${label}${Math.floor(i / 4)}`,
    })),
  )
  const drawn = someOf(examples, 300, 1)
  expect(drawn).toHaveLength(300)
  for (const label of ['供水', '道路', '噪音']) {
    expect(drawn.filter((example) => example.label === label).length).toBeGreaterThan(70)
  }
  // Only the last group may be cut.
  const groups = new Set(drawn.map(({ group }) => group))
  expect(groups.size).toBe(75)
  expect(someOf(examples, 300, 2)).not.toEqual(drawn)
})
