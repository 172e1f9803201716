import type { Knowledge, StandardReply } from '../knowledge/types'
import { standardRepliesFor, unlookedProblem } from './standard-replies'
import { act, handling, inputs, make, proposal } from './testing/drive'
import { county } from './testing/county'
import { refusal } from './testing/expect'
import { people } from './testing/people'

const replies: StandardReply[] = [
  { id: 'r1', title: '办事指引', for: 'answer', words: '这件事由【单位】办理，电话【号码】。' },
  { id: 'r2', title: '停水', categoryId: 'tap', for: 'answer', words: '计划停水，当天恢复，请提前储水。' },
  {
    id: 'r3',
    title: '抢修',
    categoryId: 'life',
    for: 'result',
    found: '到【地点】查看，供水管道破裂，影响供水。',
    done: '已更换破裂的管道并冲洗，恢复供水。',
  },
  { id: 'r4', title: '修路', categoryId: 'road', for: 'answer', words: '道路已列入本年度的维修计划。' },
]
const knowing: Knowledge = { ...county, standardReplies: replies }

describe('standard replies', () => {
  it('R-H4 offers those of the category first, then of its group and of any matter, and for the right use', () => {
    const ids = (use: StandardReply['for']) =>
      standardRepliesFor({ proposal: proposal() }, use, knowing).map(({ id }) => id)
    expect(ids('answer')).toEqual(['r2', 'r1'])
    expect(ids('result')).toEqual(['r3'])
    expect(standardRepliesFor({ categoryId: 'road' }, 'answer', knowing).map(({ id }) => id)).toEqual([
      'r4',
      'r1',
    ])
    expect(standardRepliesFor({}, 'answer', county)).toEqual([])
  })

  it('R-H4 a text with an open gap, or that says what a standard reply says and no more, was not looked at', () => {
    expect(unlookedProblem('这件事由县水务局办理，电话【号码】。', replies)).toContain('【号码】')
    expect(unlookedProblem('这件事由办理 电话', replies)).toContain('一字不差')
    expect(unlookedProblem('计划停水，当天恢复，请提前储水！', replies)).toContain('一字不差')
    expect(unlookedProblem('柳林村计划停水，当天恢复，请提前储水。', replies)).toBeUndefined()
    expect(unlookedProblem('请找县水务局。', [])).toBeUndefined()
  })

  it('R-H4 neither a direct answer nor a result goes out unlooked at, and the field says so', () => {
    const answer = (words: string) => () =>
      act(make(), people.operator, 'ticket.answer', { words }, undefined, knowing)
    expect(refusal(answer('计划停水，当天恢复，请提前储水。'))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['words'],
    })
    expect(answer('计划停水，今晚八点恢复，请提前储水。')().status).toBe('awaitingRating')
    const hand = (more: object) => () =>
      act(
        handling(),
        people.waterHead,
        'ticket.submitResult',
        { ...inputs.result, ...more },
        undefined,
        knowing,
      )
    expect(refusal(hand({ found: '到【地点】查看，自来水管破裂导致停水三天' })).fields).toEqual(['found'])
    expect(refusal(hand({ done: '已更换破裂的管道并冲洗，恢复供水。' })).fields).toEqual(['done'])
    expect(hand({})().status).toBe('inReview')
  })
})
