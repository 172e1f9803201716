import { aloneReason } from './batch'
import { act, dispatched, envAt, inJudgement, inputs, make, MONDAY, sure, type Made } from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'
import { answered, ofTownship, refused } from './testing/stages'

const { operator, operator2, reporter, waterHead } = people
const env = envAt(MONDAY)
const alone = (made: Made = {}, possiblyDuplicate = false) =>
  aloneReason(make(made), possiblyDuplicate, operator, env)
const unsure = <T>(value: T, confidence: number) => ({ value, confidence, reasons: [] })

describe('a batch of dispatches', () => {
  it('R-D1 R-D4 takes what can go out as proposed, and says of the rest why a person has to look', () => {
    expect(alone()).toBeUndefined()
    expect(alone({ submission: { kind: 'complaint' } })).toBeUndefined()
    const reasons: [Made, string][] = [
      [{ proposal: { urgent: sure(true) } }, '紧急事项'],
      [{ proposal: { urgent: unsure(false, 0.5) } }, '拿不准是不是紧急'],
      [{ submission: { confidential: true } }, '转办摘要'],
      [{ submission: { kind: 'report' } }, '转办摘要'],
      [{ submission: { accusedUnitIds: ['police'] } }, '被反映的单位'],
      [{ submission: { kind: 'suggestion' } }, '采集'],
      [{ submission: { kind: 'praise' } }, '转达'],
      [{ proposal: { categoryId: unsure('other', 0) } }, '没有认出'],
      // R-D2: a township without the power to enforce is never alone.
      [{ proposal: { leadUnitId: sure('town') } }, '没有执法权'],
    ]
    for (const [made, words] of reasons)
      expect([words, alone(made)]).toEqual([words, expect.stringContaining(words)])
    expect(alone({}, true)).toContain('可能与别的事重复')
    expect(aloneReason(ofTownship(), false, people.hillOperator, env)).toContain('请交县中心办')
  })

  it('R-D1 what was refused, returned or answered before is read first', () => {
    const appealed = act(refused(), reporter, 'ticket.appeal', { words: '请再看一看我的事', photos: [] })
    expect(aloneReason(appealed, false, operator, env)).toContain('另一位办理员')
    const ground = { ground: 'wrongPlace', basis: '不在我们辖区', suggestedUnitId: 'police' }
    const back = act(dispatched(), waterHead, 'ticket.returnTicket', ground)
    expect(aloneReason(back, false, operator, env)).toContain('先看经过')
    const again = act(inJudgement(answered()), operator2, 'ticket.redo', {
      words: '请派单办理',
      cause: 'notSolved',
    })
    expect(again.status).toBe('submitted')
    expect(aloneReason(again, false, operator, env)).toContain('先看经过')
  })

  it('E11 only what was looked at is dispatched: what has happened since is read first', () => {
    const ticket = make()
    const more = act(ticket, reporter, 'ticket.supplement', { words: '今天又停了', photos: [] })
    const send = (seen: number) => () => act(more, operator, 'ticket.dispatch', { ...inputs.dispatch, seen })
    expect(refusal(send(ticket.head.seq)).words).toContain('新的变化')
    expect(send(more.head.seq)().status).toBe('dispatched')
  })
})
