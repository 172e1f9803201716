import { AppError } from '../errors'
import { lastMinutes, sinceMidnight, takeTurn, type Limit } from './limits'

const limits: Limit[] = [
  { most: 3, since: lastMinutes(10), words: '太快' },
  { most: 5, since: sinceMidnight, words: '明天再来' },
]
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`)
const tryTurn = (moments: number[], now: number) => {
  try {
    return takeTurn(moments, limits, now)
  } catch (error) {
    return (error as AppError).details.reason
  }
}

describe('R-X4 rate limits', () => {
  it('R-X4 lets the third act in ten minutes pass and refuses the fourth', () => {
    const two = [at('09:00'), at('09:05')]
    const three = [...two, at('09:09')]
    expect(tryTurn(two, at('09:09'))).toEqual(three)
    expect(tryTurn(three, at('09:10') - 1)).toBe('太快')
    expect(tryTurn(three, at('09:10'))).toHaveLength(4)
  })

  it('R-X4 counts a day from midnight in Asia/Shanghai', () => {
    const five = ['01:00', '05:00', '09:00', '13:00', '23:00'].map(at)
    expect(tryTurn(five, at('23:59'))).toBe('明天再来')
    expect(tryTurn(five, at('23:59') + 60_000)).toEqual([at('23:59') + 60_000])
  })

  it('keeps no moment that no limit looks back to', () => {
    expect(takeTurn([at('08:00') - 86_400_000, at('08:00')], limits, at('12:00'))).toEqual([
      at('08:00'),
      at('12:00'),
    ])
  })
})
