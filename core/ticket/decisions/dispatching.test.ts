import { act, dispatched, inputs, make } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { asked } from '../testing/stages'
import { momentOf } from '../workdays'

const { operator } = people
const dispatch =
  (rest: Record<string, unknown>, ticket = make()) =>
  () =>
    act(ticket, operator, 'ticket.dispatch', { ...inputs.dispatch, ...rest })

describe('dispatch (E11)', () => {
  it('E11 names units, class and deadline, tells the unit and the reporter, starts the unit’s clock', () => {
    const ticket = dispatch({ coUnitIds: ['police'], words: '请尽快到现场' })()
    expect(ticket).toMatchObject({
      status: 'dispatched',
      kind: 'help',
      leadUnitId: 'water',
      handlingClass: 'threeDay',
      waitsFor: ['unit:water'],
    })
    expect(ticket.clock.deadline).toEqual(momentOf('2026-03-05', 18))
    // R-L6: sign within 4 working hours. R-H3: the co-unit a working day before.
    expect(ticket.clock.stepBy).toEqual(momentOf('2026-03-02', 15.5))
    expect(ticket.coUnits).toEqual([{ unitId: 'police', due: momentOf('2026-03-04', 18) }])
    expect(ticket.outbox.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['person:citizen-1', 'unit:water', 'unit:police']),
    )
    expect(ticket.audience).toEqual([
      'centre:centre',
      'person:citizen-1',
      'supervision',
      'unit:police',
      'unit:water',
    ])
  })

  it('R-P2 the heads above the units find it in their lists', () => {
    expect(dispatch({ leadUnitId: 'supply' })().audience).toContain('above:water')
    expect(dispatch({})().audience.join()).not.toContain('county')
  })

  it.each([
    ['R-P5 an accused unit as lead', { leadUnitId: 'water' }, ['water']],
    ['R-P5 a unit below an accused one', { leadUnitId: 'supply' }, ['water']],
    ['R-P5 an accused co-unit', { leadUnitId: 'police', coUnitIds: ['supply'] }, ['water']],
  ])('%s is refused with the reason', (_, units, accusedUnitIds) => {
    const run = dispatch(units, make({ submission: { accusedUnitIds } }))
    expect(refusal(run)).toMatchObject({ code: 'RULE_REFUSED', words: expect.stringContaining('被反映单位') })
  })

  it('R-P5 confidential tickets and tip-offs need a summary, also when the operator makes it a tip-off', () => {
    const secret = make({ submission: { confidential: true } })
    expect(refusal(dispatch({}, secret)).words).toContain('转办摘要')
    expect(refusal(dispatch({ kind: 'report' })).words).toContain('转办摘要')
    const ticket = dispatch({ summary: '某处供水管道损坏' }, secret)()
    expect(ticket.summary).toBe('某处供水管道损坏')
    expect(ticket.title).toBe('保密件 · 供水')
  })

  it('R-P5 a summary is not a quotation', () => {
    const secret = make({ submission: { confidential: true } })
    expect(refusal(dispatch({ summary: secret.words }, secret)).words).toContain('不要照抄')
    expect(dispatch({ summary: make().words })().status).toBe('dispatched')
  })

  it('R-P5 a tip-off goes to a superior of the accused or to supervision', () => {
    const tip = (accusedUnitIds: string[]) => make({ submission: { kind: 'report', accusedUnitIds } })
    const to = (leadUnitId: string, ticket: ReturnType<typeof make>) =>
      dispatch({ kind: 'report', leadUnitId, summary: '某处供水管道损坏' }, ticket)
    expect(refusal(to('police', tip(['supply']))).words).toContain('上级')
    expect(to('water', tip(['supply']))().leadUnitId).toBe('water')
    expect(to('supervision', tip(['water']))().leadUnitId).toBe('supervision')
    // Nobody of them is free, so the operator chooses.
    expect(to('police', tip(['supervision']))().leadUnitId).toBe('police')
    expect(to('police', tip([]))().leadUnitId).toBe('police')
  })

  it('R-D2 a township without the power to enforce never alone, nor its village or station', () => {
    for (const leadUnitId of ['town', 'village', 'town-office']) {
      expect(refusal(dispatch({ leadUnitId })).words).toContain('没有执法权')
      expect(refusal(dispatch({ leadUnitId, coUnitIds: ['town2'] })).words).toContain('没有执法权')
      expect(dispatch({ leadUnitId, coUnitIds: ['police'] })().status).toBe('dispatched')
    }
    expect(dispatch({ leadUnitId: 'supply' })().status).toBe('dispatched')
  })

  it.each([
    [{ leadUnitId: 'nowhere' }],
    [{ leadUnitId: 'county' }],
    [{ leadUnitId: 'centre' }],
    [{ coUnitIds: ['nowhere'] }],
    [{ coUnitIds: ['water'] }],
    [{ coUnitIds: ['police', 'police'] }],
    [{ categoryId: 'nothing' }],
    [{ categoryId: 'life' }],
  ])('refuses units and categories that cannot be: %j', (rest) => {
    expect(refusal(dispatch(rest)).code).toBe('RULE_REFUSED')
  })

  it('R-L1 a set date only for `fixed`, in the future, not beyond a complex matter’s', () => {
    const date = (day: string) => ({ deadline: momentOf(day, 18).getTime() })
    expect(refusal(dispatch({ ...date('2026-03-06') })).fields).toEqual(['deadline'])
    expect(refusal(dispatch({ ...date('2026-03-24'), handlingClass: 'fixed' })).fields).toEqual(['deadline'])
    expect(refusal(dispatch({ ...date('2026-03-01'), handlingClass: 'fixed' })).code).toBe('RULE_REFUSED')
    const ticket = dispatch({ ...date('2026-03-23'), handlingClass: 'fixed' })()
    expect(ticket.clock.deadline).toEqual(momentOf('2026-03-23', 18))
  })

  it('E27 R-L2 re-assigned with a reason; the next unit gets a clock of its own', () => {
    const back = act(dispatched(), operator, 'ticket.reassign', { words: '派错了单位' })
    expect(back.status).toBe('submitted')
    expect(back.clock).not.toHaveProperty('deadline')
    const again = act(
      back,
      operator,
      'ticket.dispatch',
      { ...inputs.dispatch, leadUnitId: 'police' },
      momentOf('2026-03-04', 9),
    )
    expect(again.clock.deadline).toEqual(momentOf('2026-03-09', 18))
    expect(again.audience).not.toContain('unit:water')
  })

  it('R-L1 a consult’s 24 hours leave out the time the reporter was asked', () => {
    const back = act(
      asked(),
      people.reporter,
      'ticket.reply',
      { words: '就在村口', photos: [] },
      momentOf('2026-03-02', 12.5),
    )
    const ticket = act(
      back,
      operator,
      'ticket.dispatch',
      { ...inputs.dispatch, handlingClass: 'consult' },
      momentOf('2026-03-02', 15),
    )
    expect(ticket.clock.deadline).toEqual(momentOf('2026-03-03', 12))
  })
})
