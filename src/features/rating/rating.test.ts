import { isComplete, isDissatisfied, nextQuestion } from './rating'

describe('rating', () => {
  it('R-C2 asks first whether it was solved, then the result, then the attitude', () => {
    expect(nextQuestion({ reasons: [] })).toContain('解决')
    expect(nextQuestion({ solved: 'solved', reasons: [] })).toContain('结果')
    expect(nextQuestion({ solved: 'solved', result: 'satisfied', reasons: [] })).toContain('态度')
    expect(isComplete({ solved: 'solved', result: 'satisfied', attitude: 'noComment', reasons: [] })).toBe(
      true,
    )
  })

  it('R-T9 whoever said “me too” is not asked about the attitude', () => {
    const rating = { solved: 'unsolved', result: 'dissatisfied' } as const
    expect(nextQuestion({ ...rating, reasons: [] }, false)).toContain('原因')
    expect(nextQuestion({ ...rating, reasons: ['slow'] }, false)).toBeUndefined()
  })

  it('R-C2 asks why when the result or only the attitude is 不满意', () => {
    const rude = { solved: 'solved', result: 'satisfied', attitude: 'dissatisfied', reasons: [] } as const
    expect(isDissatisfied({ ...rude, reasons: [] })).toBe(true)
    expect(nextQuestion({ ...rude, reasons: [] })).toContain('原因')
    expect(isComplete({ ...rude, reasons: ['attitude'] })).toBe(true)
  })
})
