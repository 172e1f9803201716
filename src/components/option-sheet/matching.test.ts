import { matching } from './matching'

const options = Array.from({ length: 100 }, (_, i) => ({
  value: `u${i}`,
  label: `第 ${i} 村`,
  note: '青山镇',
}))

describe('finding an option', () => {
  it('shows so many, and says how many are left', () => {
    expect(matching(options, '', [], 12)).toMatchObject({ shown: { length: 12 }, more: 88 })
    expect(matching(options, '', [], 24)).toMatchObject({ shown: { length: 24 }, more: 76 })
  })

  it('shows all where only one or two would be left', () => {
    expect(matching(options.slice(0, 14), '', [], 12)).toMatchObject({ shown: { length: 14 }, more: 0 })
    expect(matching(options.slice(0, 15), '', [], 12)).toMatchObject({ shown: { length: 12 }, more: 3 })
  })

  it('begins with what was chosen before', () => {
    const { shown } = matching(options, '', ['u70', 'u3'], 12)
    expect(shown.slice(0, 3).map(({ value }) => value)).toEqual(['u3', 'u70', 'u0'])
  })

  it('finds by name or by what stands below it', () => {
    expect(matching(options, ' 第 42 ', [], 12).shown.map(({ value }) => value)).toEqual(['u42'])
    expect(matching(options, '青山', [], 12).more).toBe(88)
    expect(matching(options, '没有', [], 12).shown).toEqual([])
  })
})
