import { dateWords, dayWords, dueWords, exactWords, lengthWords, momentWords, spanWords } from './words'

/** A moment on the county's clock. */
const at = (text: string): number => Date.parse(`${text}+08:00`)
const now = at('2026-11-23T10:00:00')

describe('times as people say them', () => {
  it('names the days around today, in the county whatever zone the phone is in', () => {
    expect(dayWords(at('2026-11-22T23:59:00'), now)).toBe('昨天')
    expect(momentWords(at('2026-11-23T15:30:00'), now)).toBe('今天 15:30')
    expect(momentWords(at('2026-11-24T00:00:00'), now)).toBe('明天 00:00')
    expect(dayWords(at('2026-11-26T18:00:00'), now)).toBe('11月26日')
    expect(dayWords(at('2025-01-02T18:00:00'), now)).toBe('2025年1月2日')
  })

  it('says the exact moment on demand', () => {
    expect(exactWords(at('2026-11-26T18:00:00'))).toBe('2026年11月26日（周四）18:00')
    expect(dateWords('2026-11-26')).toBe('11月26日 周四')
    expect(spanWords(at('2026-11-26T09:00:00'), at('2026-11-26T09:30:00'))).toBe('09:00–09:30')
  })
})

describe('deadlines as people say them', () => {
  const due = (text: string, state: 'ok' | 'soon' | 'late' | 'stopped' = 'ok') => ({ at: at(text), state })

  it('R-L2 says the hour for today and tomorrow', () => {
    expect(dueWords(due('2026-11-23T15:30:00'), now)).toBe('今天 15:30 前')
    expect(dueWords(due('2026-11-24T12:00:00'), now)).toBe('明天 12:00 前')
  })

  it('R-L2 counts working days, not the weekend', () => {
    expect(dueWords(due('2026-11-25T18:00:00'), now)).toBe('还剩 2 个工作日')
    expect(dueWords(due('2026-11-30T18:00:00'), now)).toBe('还剩 5 个工作日')
  })

  it('R-L2 counts a make-up workday and skips a holiday', () => {
    // National Day 2025: 1–8 October free, Sunday 28 September and Saturday 11 October worked.
    expect(dueWords(due('2025-10-11T18:00:00'), at('2025-09-30T10:00:00'))).toBe('还剩 3 个工作日')
  })

  it('says days where no working day is left before it', () => {
    expect(dueWords(due('2026-11-29T12:00:00'), at('2026-11-27T10:00:00'))).toBe('还剩 2 天')
  })

  it('R-L4 says how late, in the largest full unit', () => {
    expect(dueWords(due('2026-11-22T09:00:00', 'late'), now)).toBe('超时 1 天')
    expect(dueWords(due('2026-11-23T07:00:00', 'late'), now)).toBe('超时 3 小时')
    expect(lengthWords(0)).toBe('1 分钟')
  })

  it('R-T7 says that the clock stands', () => {
    expect(dueWords(due('2026-11-25T18:00:00', 'stopped'), now)).toBe('等待补充，暂停计时')
  })
})
