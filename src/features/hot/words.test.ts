import { growthMark, matterWords, weekWords } from './words'

it('R-D6 says what, where, and how it grows, in words', () => {
  expect(matterWords({ category: '供水', place: '柳林乡柳林村' })).toBe('供水 · 柳林乡柳林村')
  expect(weekWords({ thisWeek: 6, lastWeek: 2 })).toBe('近 7 天 6 人，再前 7 天 2 人')
  expect(growthMark({ thisWeek: 6, lastWeek: 2 })).toEqual({ words: '多了 4 人', grows: true })
  expect(growthMark({ thisWeek: 1, lastWeek: 3 })).toEqual({ words: '少了 2 人', grows: false })
  expect(growthMark({ thisWeek: 0, lastWeek: 3 })?.words).toBe('近 7 天没有新的')
  expect(growthMark({ thisWeek: 2, lastWeek: 2 })).toBeUndefined()
})
