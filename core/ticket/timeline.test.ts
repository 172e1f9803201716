import { DECISIONS } from './decisions'
import { EDGES } from './edges'
import { DESCRIBED } from './event-lines'
import { county } from './testing/county'
import {
  act,
  awaitingRating,
  closed,
  dispatched,
  handling,
  inJudgement,
  inputs,
  inReview,
  make,
} from './testing/drive'
import { people } from './testing/people'
import { asked, collected, escalated, instructed, redone, withdrawn } from './testing/stages'
import { describeEvent, dueOf, holderOf } from './timeline'
import type { Actor } from '../people/types'
import type { Ticket } from './types'
import { momentOf } from './workdays'

const { reporter, operator, waterHandler, waterHead, supervisor, stranger, leader } = people
const lines = (ticket: Ticket, reader: Actor) =>
  ticket.events.flatMap((event) => describeEvent(event, ticket, reader, county) ?? [])
const titles = (ticket: Ticket, reader: Actor) =>
  lines(ticket, reader).map(({ who, title }) => `${who}：${title}`)

describe('the timeline', () => {
  it('has words for every kind of event there is', () => {
    const commands = [...DECISIONS.map(({ id }) => id), ...EDGES.flatMap(({ commands: ids }) => [...ids])]
    const all = new Set<string>([
      ...commands,
      'ticket.submit',
      'ticket.intake',
      'ticket.claim',
      'clock.remind',
    ])
    expect([...DESCRIBED].sort()).toEqual([...all].sort())
  })

  it('tells the reporter every step in plain words', () => {
    expect(titles(closed(), reporter)).toEqual([
      '您：提交',
      'centre单位：派给water单位办理',
      'water单位：签收',
      'water单位：提交办理结果',
      'centre单位：审核通过',
      '您：评价：满意',
    ])
    expect(titles(instructed(), reporter).at(-1)).toBe('县领导：领导批示，交water单位办理')
    expect(titles(instructed(), operator).at(-1)).toBe('副县长 赵某：领导批示，交water单位办理')
  })

  it('R-H2 the reporter sees neither internal notes nor words meant for staff', () => {
    const noted = act(handling(), waterHandler, 'ticket.note', {
      words: '内部情况',
      photos: ['p'],
      open: false,
    })
    expect(titles(noted, reporter).join()).not.toContain('内部记录')
    expect(lines(noted, operator).at(-1)).toMatchObject({ words: '内部情况', internal: true, photos: ['p'] })
    const ticket = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, words: '请尽快' })
    expect(lines(ticket, reporter).at(-1)).toEqual({
      who: 'centre单位',
      title: '派给water单位办理',
      photos: [],
      internal: false,
    })
    expect(lines(ticket, waterHead).at(-1)!.words).toBe('请尽快')
    const contacted = act(handling(), waterHandler, 'ticket.firstContact', {
      how: 'phone',
      words: '情绪激动',
    })
    expect(lines(contacted, reporter).at(-1)).not.toHaveProperty('words')
    expect(lines(contacted, operator).at(-1)!.words).toBe('情绪激动')
  })

  it('R-P5 on a sensitive ticket a unit sees nothing the reporter did, nor the centre’s words to them', () => {
    const secret = make({ submission: { confidential: true } })
    const replied = act(asked(secret), reporter, 'ticket.reply', { words: '村口第三家', photos: ['p'] })
    const to = { ...inputs.dispatch, summary: '某处供水管道损坏' }
    const ticket = act(act(replied, operator, 'ticket.dispatch', to), reporter, 'ticket.supplement', {
      words: '又停了两户',
      photos: [],
    })
    // Its own story begins with its dispatch: what went before tells when the reporter came.
    expect(titles(ticket, waterHead)).toEqual(['centre单位：派给water单位办理'])
    expect(lines(ticket, waterHead).some(({ words }) => words !== undefined)).toBe(false)
    expect(lines(ticket, operator)).toHaveLength(5)
    const open = act(dispatched(), reporter, 'ticket.supplement', { words: '又停了两户', photos: [] })
    expect(titles(open, waterHead)).toContain('反映人：补充')
  })

  it('R-C3 the unit learns how the reporter rated when the round is over', () => {
    expect(titles(inJudgement(), waterHead).join()).not.toContain('不满意')
    expect(titles(inJudgement(), operator).join()).toContain('不满意')
    const second = redone(1)
    expect(titles(second, waterHead).filter((title) => title.includes('不满意'))).toHaveLength(1)
    expect(titles(closed(), waterHead).join()).toContain('满意')
  })

  it('callbacks, unmaskings and proposals of judgement are the centre’s', () => {
    const missed = act(awaitingRating(), operator, 'ticket.recordCallback', {
      outcome: 'noAnswer',
      words: '',
    })
    const unmasked = act(missed, operator, 'ticket.unmask', { purpose: 'callback' })
    const proposed = act(inJudgement(), operator, 'ticket.proposeUnreasonable', {
      words: '缺少政策依据的诉求',
    })
    for (const reader of [reporter, waterHead]) {
      expect(lines(unmasked, reader)).toHaveLength(5)
      expect(titles(proposed, reader).join()).not.toContain('不合理')
    }
    expect(titles(unmasked, operator).slice(-2)).toEqual(['您：电话回访，未接通', '您：查看反映人信息'])
    expect(titles(proposed, supervisor).at(-1)).toContain('不合理诉求')
  })

  it('R-T9 a follower sees the steps, not what the reporter wrote', () => {
    const main = {
      ...closed(act(awaitingRating(), reporter, 'ticket.supplement', { words: '谢谢', photos: [] })),
    }
    const followed = { ...main, audience: [...main.audience, 'person:citizen-2'] }
    expect(titles(followed, stranger)[0]).toBe('其他反映人：提交')
    expect(lines(followed, stranger)[0]).not.toHaveProperty('words')
    expect(titles(followed, stranger)).not.toContain('其他反映人：补充')
  })

  it('section 1: an agent sees its own steps and the centre’s, not what the reporter added', () => {
    const filed = make({ actor: people.agent, channel: 'agent' })
    const own = act(filed, people.agent, 'ticket.supplement', { words: '又停了两户', photos: [] })
    const both = act(own, reporter, 'ticket.supplement', { words: '我的电话换了', photos: [] })
    expect(titles(both, people.agent)).toEqual(['您：提交', '您：补充'])
    expect(titles(both, operator)[0]).toBe('代办协管员：提交')
  })

  it('R-P6 a stranger reads nothing; an unknown kind of event is the centre’s only', () => {
    expect(lines(closed(), stranger)).toEqual([])
    const ticket = handling()
    const strange = { ...ticket.events[1]!, type: 'ticket.new' }
    expect(describeEvent(strange, ticket, reporter, county)).toBeUndefined()
    expect(describeEvent(strange, ticket, waterHead, county)).toBeUndefined()
    expect(describeEvent(strange, ticket, operator, county)!.title).toBe('其他记录')
  })
})

describe('who has it and by when', () => {
  it.each([
    ['submitted', make, 'centre单位', 'centre单位'],
    ['awaitingReporter', asked, '您', '反映人'],
    ['awaitingInstruction', escalated, '县领导', '副县长 赵某'],
    ['dispatched', dispatched, 'water单位', 'water单位'],
    ['inReview', inReview, 'centre单位', 'centre单位'],
    ['awaitingRating', awaitingRating, '您', '反映人'],
    ['inJudgement', inJudgement, 'centre单位', 'centre单位'],
    ['collected', collected, 'centre单位', 'centre单位'],
    ['closed', closed, '已办结', '已办结'],
    ['withdrawn', withdrawn, '已撤回', '已撤回'],
  ] as const)('%s', (_, ticket, mine, theirs) => {
    expect(holderOf(ticket(), reporter, county)).toBe(mine)
    expect(holderOf(ticket(), operator, county)).toBe(theirs)
  })

  it('a leader has it themselves; supervision has what was proposed to it; the bureau has the centre’s part (R-P5)', () => {
    expect(holderOf(escalated(), leader, county)).toBe('您')
    const proposed = act(inJudgement(), operator, 'ticket.proposeUnreasonable', {
      words: '缺少政策依据的诉求',
    })
    expect(holderOf(proposed, operator, county)).toBe('supervision单位')
    expect(holderOf(make({ submission: { accusedUnitIds: ['centre'] } }), reporter, county)).toBe(
      'supervision单位',
    )
    const major = act(
      act(instructed(), waterHandler, 'ticket.sign'),
      waterHead,
      'ticket.submitResult',
      inputs.result,
    )
    expect(holderOf(major, operator, county)).toBe('副县长 赵某')
  })

  const at = (hour: number, day = '2026-03-02') => momentOf(day, hour)
  it('R-L4 ok, soon at 80 %, late after the term', () => {
    expect(dueOf(make(), county, at(10))).toEqual({ at: at(15), state: 'ok', what: '受理' })
    expect(dueOf(make(), county, at(14.2))!.state).toBe('soon')
    expect(dueOf(make(), county, at(15))!.state).toBe('soon')
    expect(dueOf(make(), county, at(15.1))!.state).toBe('late')
  })

  it('R-L6 staff see by when to sign, the reporter by when it is done', () => {
    expect(dueOf(dispatched(), county, at(10), operator)).toMatchObject({ at: at(15.5), what: '签收' })
    expect(dueOf(dispatched(), county, at(10), reporter)).toMatchObject({
      at: at(18, '2026-03-05'),
      what: '办理',
    })
  })

  it('R-T7 the clock that stands says so; nothing is due at the end', () => {
    expect(dueOf(asked(handling()), county, at(12))).toEqual({
      at: at(18, '2026-03-05'),
      state: 'stopped',
      what: '补充',
    })
    expect(dueOf(asked(), county, at(12))).toMatchObject({ at: at(18, '2026-03-09'), state: 'stopped' })
    expect(dueOf(closed(), county, at(12))).toBeUndefined()
  })

  it('lists order by what is most pressing, the finished last', () => {
    const keys = [closed(), dispatched(), handling()].map(({ dueKey }) => dueKey)
    expect([...keys].sort()).toEqual([keys[1], keys[2], keys[0]])
    expect(keys[0]).toBe('9999999999999-t1')
    expect(asked().dueKey).toBe(`${at(18, '2026-03-09').getTime()}-t1`)
  })
})
