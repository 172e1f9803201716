import { parseCron } from './cron'

const next = (expression: string, after: string) => parseCron(expression).next(new Date(after))?.toISOString()

describe('timer expressions', () => {
  it('counts in UTC+8', () => {
    expect(next('0 0 2 * * * *', '2026-11-22T00:00:00Z')).toBe('2026-11-22T18:00:00.000Z')
  })
  it('is strictly after the given moment', () => {
    expect(next('0 */5 * * * * *', '2026-11-22T00:05:00Z')).toBe('2026-11-22T00:10:00.000Z')
    expect(next('0 */5 * * * * *', '2026-11-22T00:04:59.999Z')).toBe('2026-11-22T00:05:00.000Z')
    expect(next('* * * * * * *', '2026-11-22T00:00:00.500Z')).toBe('2026-11-22T00:00:01.000Z')
  })
  it('reads lists, ranges, steps with a start, and names', () => {
    expect(next('0 0 10,14,16 * * * *', '2026-11-22T02:00:00Z')).toBe('2026-11-22T06:00:00.000Z')
    expect(next('0 1/10 * * * * *', '2026-11-22T00:52:00Z')).toBe('2026-11-22T01:01:00.000Z')
    expect(next('0 15 10 * * MON-FRI *', '2026-11-21T00:00:00Z')).toBe('2026-11-23T02:15:00.000Z')
    expect(next('0 0 0 1 JAN * *', '2026-11-22T00:00:00Z')).toBe('2026-12-31T16:00:00.000Z')
  })
  it('takes day or weekday when both are given', () => {
    // 23 November 2026 is a Monday, the 25th a Wednesday
    expect(next('0 0 0 25 * MON *', '2026-11-21T16:00:00Z')).toBe('2026-11-22T16:00:00.000Z')
    expect(next('0 0 0 25 * MON *', '2026-11-22T16:00:00Z')).toBe('2026-11-24T16:00:00.000Z')
  })
  it('finds 29 February, and says null when the year is over', () => {
    expect(next('0 0 0 29 2 * *', '2026-11-22T00:00:00Z')).toBe('2028-02-28T16:00:00.000Z')
    expect(next('0 0 0 * * * 2025', '2026-11-22T00:00:00Z')).toBeUndefined()
  })
  it.each([
    ['0 0 2 * *', '7 fields'],
    ['60 * * * * * *', 'second "60"'],
    ['0 0 24 * * * *', 'hour "24"'],
    ['0 0 0 0 * * *', 'day "0"'],
    ['0 0 0 * * FUNDAY *', 'weekday "FUNDAY"'],
    ['0 */0 * * * * *', 'minute "*/0"'],
    ['0 10-5 * * * * *', 'minute "10-5"'],
  ])('refuses %s naming what is wrong', (expression, words) => {
    expect(() => parseCron(expression)).toThrow(words)
  })
})
