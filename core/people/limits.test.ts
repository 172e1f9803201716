import { AppError } from '../errors'
import { lastMinutes, sinceMidnight, takeAgentTurn, takeTurn, type Limit } from './limits'

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

describe('an agent’s limits (R-X4)', () => {
  const policies = { submissionsPerDay: 10, submissionsPerTenMinutes: 3 }
  const MINUTE = 60_000

  it('R-X4 count each named person, not the agent', () => {
    const start = Date.parse('2026-11-23T09:00:00+08:00')
    let recent: Record<string, number[]> = {}
    for (let n = 0; n < 3; n++) recent = takeAgentTurn(recent, 'a', policies, start + n)
    expect(() => takeAgentTurn(recent, 'a', policies, start + 10)).toThrow(AppError)
    recent = takeAgentTurn(recent, 'b', policies, start + 10)
    expect(recent.agent).toHaveLength(4)
    // Ten a day for one person.
    let now = start
    for (let n = 3; n < 10; n++) {
      now += 11 * MINUTE
      recent = takeAgentTurn(recent, 'a', policies, now)
    }
    expect(() => takeAgentTurn(recent, 'a', policies, now + 11 * MINUTE)).toThrow(AppError)
  })

  it('R-X4 60 a day in all; the next day the people of the day before are forgotten', () => {
    const start = Date.parse('2026-11-23T09:00:00+08:00')
    let recent: Record<string, number[]> = { submit: [1] }
    for (let n = 0; n < 60; n++) recent = takeAgentTurn(recent, `p${n}`, policies, start + n)
    expect(() => takeAgentTurn(recent, 'p99', policies, start + 100)).toThrow(AppError)
    const next = takeAgentTurn(recent, 'p1', policies, start + 24 * 60 * MINUTE)
    expect(Object.keys(next).sort()).toEqual(['agent', 'for_p1', 'submit'])
  })
})
