import { county } from '../testing/county'
import { act, handling, inputs, inReview, make, MONDAY } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { instructed } from '../testing/stages'
import { emptyProblems, resultProblems, resultsElsewhere, type OtherResult } from '../result-check'
import type { Ticket } from '../types'
import { momentOf } from '../workdays'

const { operator, waterHandler, waterHead, leader, leader2, supervisor, reporter } = people
const submit =
  (rest: Record<string, unknown> = {}, ticket = handling()) =>
  () =>
    act(ticket, waterHead, 'ticket.submitResult', { ...inputs.result, ...rest })
const vague = { found: '经核实情况属实，高度重视', done: '已处理，已转告相关部门办理', contact: '已电话告知' }

describe('handing in (E14, R-H5)', () => {
  it('E14 ends the unit’s time and starts the reviewer’s', () => {
    const ticket = inReview()
    expect(ticket).toMatchObject({ status: 'inReview', waitsFor: ['centre:centre'] })
    expect(ticket.clock.handedInAt).toEqual(ticket.events.at(-1)!.at)
    expect(ticket.clock.stepBy).toEqual(momentOf('2026-03-03', 18))
    expect(ticket.results).toMatchObject([
      { round: 1, unitId: 'water', byId: 'head-water', state: 'inReview' },
    ])
  })

  it('E14 only a head signs the result, also the head of the unit above (R-P2)', () => {
    expect(refusal(() => act(handling(), waterHandler, 'ticket.submitResult', inputs.result)).code).toBe(
      'FORBIDDEN',
    )
    const below = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, leadUnitId: 'supply' })
    const signed = act(below, people.supplyHandler, 'ticket.sign')
    expect(submit({}, signed)().status).toBe('inReview')
  })

  it.each([
    [{ outcome: 'explained' }, 'basis'],
    [{ outcome: 'impossible', basis: '' }, 'basis'],
    [{ outcome: 'promised' }, 'promisedFor'],
    [{ outcome: 'promised', promisedFor: MONDAY.getTime() }, 'promisedFor'],
  ])('E14 an outcome comes with its basis or date: %j', (rest, field) => {
    expect(refusal(submit(rest))).toMatchObject({ code: 'INVALID_INPUT', fields: [field] })
  })

  it('R-H5 the plainly empty is refused with the reason', () => {
    expect(refusal(submit({ found: '已看' }))).toMatchObject({
      code: 'RULE_REFUSED',
      words: '调查情况太短，请至少写 10 个字',
    })
    expect(refusal(submit({ done: '。。。。。。。。。。。。' })).words).toContain('办理情况太短')
    expect(refusal(submit({ contact: '' })).words).toContain('还没有与反映人联系')
  })

  it('R-H1 a recorded first contact of this round is a contact; anonymous and sensitive tickets need none', () => {
    const contacted = act(handling(), waterHandler, 'ticket.firstContact', { how: 'phone', words: '已联系' })
    expect(submit({ contact: '' }, contacted)().status).toBe('inReview')
    const others = [make({ reporter: null }), make({ submission: { confidential: true } })]
    for (const ticket of others) {
      const to = { ...inputs.dispatch, summary: '某处供水管道损坏' }
      const signed = act(act(ticket, operator, 'ticket.dispatch', to), waterHandler, 'ticket.sign')
      expect(submit({ contact: '' }, signed)().status).toBe('inReview')
    }
  })

  it('R-L2 in time if handed in before the deadline; a missed one stays on the record', () => {
    expect(inReview().clock.breaches).toBeUndefined()
    const late = act(handling(), waterHead, 'ticket.submitResult', inputs.result, momentOf('2026-03-06', 9))
    expect(late.clock.breaches).toEqual([momentOf('2026-03-05', 18)])
    const back = act(late, operator, 'ticket.sendBack', { missing: '请补充现场照片' })
    expect(back.clock.breaches).toEqual([momentOf('2026-03-05', 18)])
  })
})

describe('R-H5 the check', () => {
  const ticket = handling()
  const judged = (rest: Record<string, unknown>) =>
    resultProblems({ ...inputs.result, ...rest, round: 1 }, ticket, county)

  it('R-H5 lets a good result through', () => {
    expect(judged({})).toEqual([])
    expect(emptyProblems({ ...inputs.result, round: 1 }, ticket, county)).toEqual([])
  })

  it('R-H5 catches phrases that say nothing, answers to something else, and copies', () => {
    expect(judged(vague)).toEqual(expect.arrayContaining(['没有写清查到了什么', '没有写清做了什么']))
    const elsewhere = { found: '校车线路经教育局重新核定站点', done: '下学期起增加两个停靠站点' }
    expect(judged(elsewhere)).toEqual(['没有回应反映的事情'])
    const others = [{ found: inputs.result.found, done: inputs.result.done }]
    expect(resultProblems({ ...inputs.result, round: 1 }, ticket, county, others)).toEqual([
      '与另一份答复几乎一样',
    ])
  })

  it('R-H5 the same words for another matter are named with its number, where the reviewer may know of it', () => {
    const other = { ...inReview(), _id: 't2', number: 'LH20260302-0009' }
    const elsewhere = (others: Ticket[], reviewer = operator, of = inReview()) =>
      resultsElsewhere(of, others, reviewer, county)
    const caught = (others: OtherResult[]) => {
      const { words } = refusal(() => act(inReview(), operator, 'ticket.approve', { others }))
      return words
    }
    expect(caught(elsewhere([other]))).toContain('与编号 LH20260302-0009 的答复几乎一样')
    expect(caught(elsewhere([other], leader2))).toContain('与另一份答复几乎一样')
    const passed = act(inReview(), operator, 'ticket.approve', {
      others: elsewhere([other]),
      overrule: '同一次停水，已电话核实',
    })
    expect(passed.results[0]!.overrule).toBe('同一次停水，已电话核实')
  })

  it('R-H5 one answer to merged or split tickets of one matter is no copy, nor what another unit wrote', () => {
    const [ticket, other] = [inReview(), { ...inReview(), _id: 't2' }]
    const split = { number: 'LH20260302-0001', parts: 2 }
    const pairs: [Ticket, Ticket][] = [
      [ticket, ticket],
      [ticket, { ...other, mergedInto: ticket._id }],
      [
        { ...ticket, mergedInto: 'm' },
        { ...other, mergedInto: 'm' },
      ],
      [
        { ...ticket, split },
        { ...other, split },
      ],
      [{ ...ticket, leadUnitId: 'urban' }, other],
    ]
    for (const [one, two] of pairs) expect(resultsElsewhere(one, [two], operator, county)).toEqual([])
    expect(resultsElsewhere(ticket, [{ ...other, split }], operator, county)).toHaveLength(1)
  })

  it('R-H5 a redo that hands in the last round’s words is a copy', () => {
    const before = { ...ticket, results: inReview().results, round: 2 }
    expect(resultProblems({ ...inputs.result, round: 2 }, before, county)).toEqual(['与另一份答复几乎一样'])
  })
})

describe('review (E15, E16, E26)', () => {
  it('E15 sent back with what is missing; the remainder runs on, at least 4 working hours', () => {
    const late = submit({}, handling())
    const ticket = act(
      late(),
      operator,
      'ticket.sendBack',
      { missing: '请补充现场照片' },
      momentOf('2026-03-04', 9),
    )
    expect(ticket).toMatchObject({
      status: 'handling',
      results: [{ state: 'sentBack', missing: '请补充现场照片' }],
    })
    expect(ticket.clock.deadline! > momentOf('2026-03-05', 18)).toBe(true)
    expect(ticket.clock).not.toHaveProperty('handedInAt')
    expect(act(inReview(), supervisor, 'ticket.sendBack', { missing: '请补充照片' }).status).toBe('handling')
  })

  it('E16 the reporter is asked to rate', () => {
    const ticket = act(inReview(), operator, 'ticket.approve')
    expect(ticket).toMatchObject({ status: 'awaitingRating', results: [{ state: 'approved' }] })
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'person:citizen-1', title: '请您评价' })
    expect(ticket.results[0]).not.toHaveProperty('overrule')
  })

  it('R-H5 what the check caught passes only with the reviewer’s words', () => {
    const caught = submit(vague)()
    expect(refusal(() => act(caught, operator, 'ticket.approve')).words).toContain('请写明理由')
    const passed = act(caught, operator, 'ticket.approve', { overrule: '电话核实属实' })
    expect(passed.results[0]!.overrule).toBe('电话核实属实')
    expect(passed.events.at(-1)!.body!.facts).toMatchObject({ overruled: true })
  })

  it('E16 a major matter is signed off by its leader with the right to, and nobody else', () => {
    const signed = act(instructed(), waterHandler, 'ticket.sign')
    const ticket = submit({}, signed)()
    expect(ticket.waitsFor).toEqual(['leader:leader-a'])
    expect(refusal(() => act(ticket, operator, 'ticket.approve')).fields).toEqual(['photos'])
    expect(refusal(() => act(ticket, leader2, 'ticket.approve')).code).toBe('NOT_FOUND')
    expect(refusal(() => act(ticket, { ...leader, signMajor: false }, 'ticket.approve')).words).toContain(
      '权限',
    )
    expect(act(ticket, leader, 'ticket.approve').status).toBe('awaitingRating')
    expect(act(ticket, leader, 'ticket.sendBack', { missing: '请补充照片' }).status).toBe('handling')
  })

  it('E26 closed without a rating only where there is no reporter to ask', () => {
    expect(refusal(() => act(inReview(), operator, 'ticket.closeWithoutReporter')).code).toBe('RULE_REFUSED')
    const signed = act(
      act(make({ reporter: null }), operator, 'ticket.dispatch', inputs.dispatch),
      waterHandler,
      'ticket.sign',
    )
    const anonymous = submit({ contact: '' }, signed)()
    expect(refusal(() => act(anonymous, operator, 'ticket.approve')).words).toContain('无需回访办结')
    expect(act(anonymous, operator, 'ticket.closeWithoutReporter')).toMatchObject({
      status: 'closed',
      results: [{ state: 'approved' }],
    })
    const weak = submit({ ...vague, contact: '' }, signed)()
    expect(refusal(() => act(weak, operator, 'ticket.closeWithoutReporter')).code).toBe('RULE_REFUSED')
    expect(act(weak, operator, 'ticket.closeWithoutReporter', { words: '现场核实过' }).status).toBe('closed')
    expect(refusal(() => act(anonymous, reporter, 'ticket.rate', inputs.rating)).code).toBe('NOT_FOUND')
  })
})
