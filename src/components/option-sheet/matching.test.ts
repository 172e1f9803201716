import { matching } from './matching'

const options = Array.from({ length: 100 }, (_, i) => ({
  value: `u${i}`,
  label: `第 ${i} 村`,
  note: '青山镇',
}))

describe('finding an option', () => {
  it('shows no more than the page can carry, and says how many are left', () => {
    expect(matching(options, '')).toMatchObject({ shown: { length: 60 }, more: 40 })
  })

  it('finds by name or by what stands below it', () => {
    expect(matching(options, ' 第 42 ').shown.map(({ value }) => value)).toEqual(['u42'])
    expect(matching(options, '青山').more).toBe(40)
    expect(matching(options, '没有').shown).toEqual([])
  })
})
