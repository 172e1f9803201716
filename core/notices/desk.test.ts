import { AppError } from '../errors'
import { county } from '../ticket/testing/county'
import { people } from '../ticket/testing/people'
import { called, checkKept, onItsDesk, resent } from './desk'
import { asked } from './occasions'
import type { Notice, Push } from './types'
import { whyWords } from './words'

const now = new Date('2026-11-24T01:00:00Z')
const act = (actor = people.operator, key = 'k1') => ({ actor, now, key })
const notice = (rest: Partial<Notice> = {}): Notice => ({
  _id: 't1.1.citizen-1.ticket.progress.x',
  version: 1,
  sortKey: '1795482000322-x',
  personId: 'citizen-1',
  at: now,
  template: 'ticket.progress',
  title: '已经收到',
  words: '您反映的事项已经收到。',
  ticketId: 't1',
  keeper: 'centre:centre',
  ...rest,
})
const failed = (push: Partial<Push> = {}) =>
  onItsDesk(notice({ push: { state: 'unknown', tries: 1, why: '-1', ...push } }))
const toCall = () => onItsDesk(notice({ call: { state: 'waiting', whom: '张**', attempts: [] } }))
const reason = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as AppError).message
  }
  throw new Error('nothing was refused')
}

describe('messages that failed (R-N2)', () => {
  it('R-N2 refused and unknown stand in the keeper’s list, everything else in none', () => {
    const deskOf = (state: Push['state']) => failed({ state }).desk
    expect([deskOf('refused'), deskOf('unknown')]).toEqual(['push:centre:centre', 'push:centre:centre'])
    for (const state of ['pending', 'sending', 'sent', 'noConsent'] as const)
      expect(deskOf(state)).toBeUndefined()
  })

  it('R-N2 is sent again by a person, once for what they saw: a second press and a stale page are refused', () => {
    const again = resent(failed(), 1, act())
    expect(again).toMatchObject({
      push: { state: 'pending', tries: 1, again: { byId: 'operator-1' } },
      wakeAt: now,
    })
    expect(again.desk).toBeUndefined()
    expect(again.push!.why).toBeUndefined()
    expect(reason(() => resent(again, 1, act(people.operator2, 'k2')))).toContain('正在发送')
    const failedAgain: Notice = { ...again, push: { ...again.push!, state: 'unknown', tries: 2 } }
    expect(reason(() => resent(failedAgain, 1, act(people.operator2, 'k2')))).toContain('已经有人再发过')
    expect(resent(failedAgain, 2, act(people.operator2, 'k2')).push!.state).toBe('pending')
  })

  it('R-N2 the same request twice is one sending', () => {
    const after: Notice = {
      ...resent(failed(), 1, act()),
      push: { ...resent(failed(), 1, act()).push!, state: 'unknown', tries: 2 },
    }
    expect(resent(after, 1, act())).toBe(after)
  })

  it('says why in words, also what WeChat has not told before', () => {
    expect(whyWords({ state: 'unknown', why: '-1' })).toBe('微信没有回话，不知道有没有送到')
    expect(whyWords({ state: 'refused', why: '47003' })).toContain('模板')
    expect(whyWords({ state: 'refused', why: '99' })).toContain('99')
  })
})

describe('people without WeChat (R-N3)', () => {
  it('R-N3 told only when somebody was reached; an unanswered call leaves the task', () => {
    const tried = called(toCall(), { outcome: 'noAnswer' }, act())
    expect(tried).toMatchObject({ desk: 'call:centre:centre', call: { state: 'waiting' } })
    const told = called(tried, { outcome: 'told', words: '本人接听' }, act(people.operator2, 'k2'))
    expect(told.desk).toBeUndefined()
    expect(told.call).toMatchObject({
      state: 'told',
      attempts: [{ byId: 'operator-1' }, { words: '本人接听' }],
    })
    expect(called(told, { outcome: 'told' }, act(people.operator2, 'k2'))).toBe(told)
    expect(reason(() => called(told, { outcome: 'told' }, act(people.operator, 'k3')))).toContain(
      '已经有人告知',
    )
  })
})

describe('whose they are', () => {
  const kept = (of: Notice, actor = people.operator, desk: 'push' | 'call' = 'push', home: string[] = []) => {
    try {
      return checkKept(of, desk, actor, county, home) === of
    } catch (error) {
      return (error as AppError).code
    }
  }
  it('R-P6 the centre’s are the operators’; an admin sends again and calls nobody; others find nothing', () => {
    expect(kept(failed())).toBe(true)
    expect(kept(failed(), people.admin)).toBe(true)
    expect(kept(toCall(), people.admin, 'call')).toBe('NOT_FOUND')
    for (const actor of [people.townOperator, people.waterHead, people.supervisor, people.reporter])
      expect(kept(failed(), actor)).toBe('NOT_FOUND')
    expect(kept(notice())).toBe('NOT_FOUND')
  })

  it('R-P5 where the centre is accused they are supervision’s; whoever is accused finds nothing', () => {
    const accused = failed()
    accused.keeper = 'supervision'
    expect([kept(accused), kept(accused, people.supervisor)]).toEqual(['NOT_FOUND', true])
    const about = { ...failed(), accused: { unitIds: ['water'], personIds: [people.operator2.id] } }
    expect([kept(about), kept(about, people.operator2)]).toEqual([true, 'NOT_FOUND'])
    expect(kept(about, people.operator, 'push', ['water', 'county'])).toBe('NOT_FOUND')
  })
})

describe('asking for consent (R-N1)', () => {
  const templates: Record<string, { id: string }> = {
    'ticket.progress': { id: 'a' },
    bookingTomorrow: { id: 'b' },
    bookingSoon: { id: 'b' },
    'ticket.todo': { id: 'c' },
  }
  it('R-N1 asks for what the county was granted, each template once, work only of staff', () => {
    const of = (name: string) => templates[name]
    expect(asked(of, false)).toEqual({ report: ['a'], booking: ['b'] })
    expect(asked(of, true)).toEqual({ report: ['a'], booking: ['b'], work: ['c'] })
    expect(asked(() => undefined, true)).toEqual({})
  })
})
