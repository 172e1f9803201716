import { emptyMatter, missingIn, toMatters, type MatterDraft } from './outcome'

const whole: MatterDraft = { ...emptyMatter('村口停水三天'), said: '今天下午派人修', result: 'answered' }

describe('R-A9 writing down what came of a reception', () => {
  it('names what is missing, matter by matter', () => {
    expect(missingIn([whole])).toEqual({})
    expect(Object.keys(missingIn([whole, emptyMatter()]))).toEqual([
      'matters.1.words',
      'matters.1.result',
      'matters.1.said',
    ])
  })

  it('R-P5 a tip-off for the leader is confidential and needs a summary', () => {
    const report: MatterDraft = { ...whole, kind: 'report', result: 'instructed' }
    expect(Object.keys(missingIn([report]))).toEqual(['matters.0.summary'])
    expect(toMatters([{ ...report, summary: ' 反映供水管理问题 ' }])).toMatchObject([
      { confidential: true, kind: 'report', summary: '反映供水管理问题' },
    ])
  })
})
