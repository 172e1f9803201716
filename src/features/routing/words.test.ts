import { changedWords, effectWords, modelWords, percent, thresholdWords, weekWords } from './words'

const category = {
  categoryId: 'tap',
  name: '供水',
  count: 20,
  accepted: 18,
  unitAccepted: 17,
  automatic: 0,
  effect: [
    { threshold: 0.8, out: 12, right: 11 },
    { threshold: 0.9, out: 9, right: 9 },
    { threshold: 0.95, out: 0, right: 0 },
  ],
}

describe('words of routing', () => {
  it('R-D4 says what a threshold would have done before it is switched on', () => {
    expect(effectWords(category, 0.8)).toBe('最近 20 件里会自动派 12 件，派错 1 件')
    expect(effectWords(category, 0.9)).toBe('最近 20 件里会自动派 9 件，都派对了')
    expect(effectWords(category, 0.95)).toBe('最近 20 件里一件也到不了这个把握')
    expect(effectWords({ ...category, count: 0, effect: [] }, 0.9)).toContain('看不出效果')
    expect(thresholdWords(undefined)).toBe('每件由人看过再派')
    expect(thresholdWords(0.95)).toBe('把握 95% 以上自动派')
  })

  it('R-D3 says what was learned, and when what was learned cannot be read', () => {
    expect(modelWords({ state: 'ready', trainedOn: 300, pending: false })).toContain('300 件')
    expect(modelWords({ state: 'broken', trainedOn: 300, pending: false })).toContain('读不出来')
    expect(modelWords({ state: 'none', trainedOn: 0, pending: true })).toContain('等下一次学习')
  })

  it('R-D1 says which model was put in, and when it cannot be read', () => {
    const installed = { trainedOn: 7502, at: 0, broken: false }
    const model = { state: 'ready', trainedOn: 0, pending: false, installed } as const
    expect(modelWords(model)).toBe('在装入的模型（7502 条来信）上，本县办过的事还没有学到。')
    expect(modelWords({ ...model, trainedOn: 30 })).toContain('已从 30 件办过的事里学习')
    const broken = { ...installed, broken: true }
    expect(modelWords({ ...model, trainedOn: 30, installed: broken })).toContain('读不出来，没有用上')
    expect(modelWords({ ...model, state: 'none', installed: broken })).toContain('读不出来，没有用上')
  })

  it('says a week by its Monday, and how many of so many were put right', () => {
    expect(weekWords('2026-11-09')).toBe('11月9日起')
    expect(changedWords({ count: 9, accepted: 9 })).toBe('9 件，没有改')
    expect(changedWords({ count: 9, accepted: 7 })).toBe('9 件，改过 2 件')
  })

  it('has no share of nothing', () => {
    expect(percent(0, 0)).toBe('—')
    expect(percent(2, 3)).toBe('67%')
  })
})
