import { dangerTold, weightsFrom } from './learned'
import { learnWeights, weightsText } from './learn'
import { CALM, CALM_UNSEEN, URGENT, URGENT_UNSEEN } from './testing/wordings'
import { urgencyOf, urgencyReason } from './urgency'
import { WEIGHTS } from './weights'

const FOLDS = 5

/** Of these wordings the share that is taken for urgent, each judged by weights learned without its fifth. */
function shareUrgent(of: readonly string[]): number {
  const without = (fold: number) => (_: string, n: number) => n % FOLDS !== fold
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    weightsFrom(weightsText(learnWeights(URGENT.filter(without(fold)), CALM.filter(without(fold))))),
  )
  const taken = of.filter((text, n) => urgencyOf(text, [], weights[n % FOLDS]).state === 'urgent')
  return taken.length / of.length
}

describe('urgencyOf', () => {
  it('R-D7 knows at least 98 % of 300 urgent wordings, dialect and misspelt ones among them', () => {
    expect(URGENT.length).toBeGreaterThanOrEqual(300)
    expect(shareUrgent(URGENT)).toBeGreaterThanOrEqual(0.98)
  })

  it('R-D7 takes at most 5 % of 200 denied, past and figurative wordings for urgent', () => {
    expect(CALM.length).toBeGreaterThanOrEqual(200)
    expect(shareUrgent(CALM)).toBeLessThanOrEqual(0.05)
  })

  it('R-D7 holds for wordings that nothing was made after', () => {
    const share = (of: readonly string[]) =>
      of.filter((text) => urgencyOf(text).state === 'urgent').length / of.length
    expect(share(URGENT_UNSEEN)).toBeGreaterThanOrEqual(0.93)
    expect(share(CALM_UNSEEN)).toBeLessThanOrEqual(0.07)
  })

  it.each([
    ['厨房漏气了', 'urgent'],
    ['没有漏气', 'doubtful'],
    ['去年着过火', 'doubtful'],
    ['去年着过火，现在又着了', 'urgent'],
    ['气得我火冒三丈', 'calm'],
    ['如果着火了应该找谁', 'doubtful'],
    ['请问养老金什么时候发', 'calm'],
  ])('R-D7 reads 「%s」 as %s', (text, state) => {
    expect(urgencyOf(text).state).toBe(state)
  })

  it('R-D7 says which words tell it, and that a doubtful one wants a look at once', () => {
    expect(urgencyReason(urgencyOf('厨房漏气了'))).toContain('‘漏气’')
    expect(urgencyReason(urgencyOf('去年着过火'))).toContain('请马上核实')
  })

  it('R-D7 takes what the county counts as danger besides, with the same care', () => {
    expect(urgencyOf('羊角风犯了', ['羊角风']).state).toBe('urgent')
    expect(urgencyOf('不是羊角风', ['羊角风']).state).toBe('doubtful')
  })

  it('R-D7 has learned from the wordings as they are now (else: npm run urgency:learn)', () => {
    expect(weightsText(learnWeights(URGENT, CALM))).toBe(WEIGHTS)
  })

  it.each([
    ['nothing', ''],
    ['one character', '啊'.repeat(2000)],
    ['emoji', '😀'.repeat(1000)],
    ['English', 'please fix the street lamp near the school, thank you. '.repeat(40)],
    ['traditional', '請問戶口遷移手續怎麼辦理，需要帶什麼資料'],
    ['pinyin', 'qingwen hukou zenme banli'.repeat(50)],
    ['100 KB', '电线老化楼道路灯水管'.repeat(3500)],
  ])('R-D7 takes %s within 20 ms and finds no urgency or says so', (_, text) => {
    urgencyOf('warm')
    const started = performance.now()
    const { state } = urgencyOf(text)
    expect(performance.now() - started).toBeLessThan(20)
    expect(['calm', 'doubtful', 'urgent']).toContain(state)
    expect(Number.isFinite(dangerTold(text))).toBe(true)
  })
})
