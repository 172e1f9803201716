import type { Notice } from '@core/notices'
import {
  extensionAsked,
  inputs,
  inStatus,
  photoOf,
  photographed,
  submitted,
  whistled,
  withCoUnit,
} from '../../factories/matters'
import { startCounty, type County } from '../harness'

/** What a unit does besides the edges of the life cycle (section 5). */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const titles = (personId: string, ticketId: string) =>
  county.documents<Notice>('inbox', { ticketId, personId }).map(({ title }) => title)

describe('extension (R-L3)', () => {
  it('R-L3 asked, shown to who decides, granted, and the reporter is told', async () => {
    const { id, reporter } = await extensionAsked(county)
    const until = Date.parse('2026-11-30T18:00:00+08:00')
    expect(titles('operator-1', id)).toContain('有延期申请待审批')
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId: id })
    expect(ticket).toMatchObject({ extension: { until }, waitsForMe: true })
    expect(ticket.timeline.at(-1)).toMatchObject({
      title: '申请延期到 11月30日 18:00',
      words: '水管配件要从外地调运。',
      internal: true,
    })
    const own = await county.as(reporter).ok('ticket.get', { ticketId: id })
    expect(own.ticket).not.toHaveProperty('extension')
    expect(JSON.stringify(own)).not.toContain('外地调运')
    const granted = await county.as('operator-1').ok('ticket.decideExtension', { ticketId: id, grant: true })
    expect(granted.ticket.due).toMatchObject({ at: until, state: 'ok' })
    expect(granted.ticket).not.toHaveProperty('extension')
    expect(titles(reporter, id)).toContain('办理时间延长')
    expect(titles('head-water', id)).toContain('已同意延期')
  })

  it('R-L3 two operators decide at once: one wins, the other is told', async () => {
    const { id } = await extensionAsked(county)
    const decide = (person: string, grant: boolean) =>
      county.as(person).call('ticket.decideExtension', { ticketId: id, grant })
    const both = await Promise.all([decide('operator-1', true), decide('operator-2', false)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'RULE_REFUSED' } })
    const { events } = county.document('tickets', id)
    expect(events.filter(({ type }) => type === 'ticket.decideExtension')).toHaveLength(1)
  })
})

describe('on site (R-H1, R-D7)', () => {
  const point = { latitude: 34.5123, longitude: 113.5123, name: '村口水站' }

  it('R-H1 staff see who was where and when; the reporter that somebody was, and the photo', async () => {
    const { id, reporter, photo } = await photographed(county)
    const checked = await county
      .as('handler-water')
      .ok('ticket.checkIn', { ticketId: id, point, photos: [photo!], words: '' })
    expect(checked.ticket.arrivals).toMatchObject([{ unit: '县水务局', point }])
    expect(checked.ticket).not.toHaveProperty('arrival')
    const { ticket } = await county.as(reporter).ok('ticket.get', { ticketId: id })
    expect(ticket.arrivals).toEqual([])
    expect(ticket.timeline.at(-1)).toMatchObject({ title: '到达现场', photos: [{ url: expect.any(String) }] })
    expect(titles(reporter, id)).toContain('工作人员已到现场')
  })

  it('R-D7 an urgent matter shows its arrival as due, late and made', async () => {
    const photo = await photoOf(county, 'handler-water')
    const { id } = await submitted(county, { words: '柳林村村口燃气泄漏，气味很大，水管也断了。' })
    const dispatch = { ...inputs.dispatch, handlingClass: 'instant' } as const
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: id, ...dispatch })
    const by = county.document('tickets', id).clock.submittedAt.getTime() + 60 * 60_000
    const look = async () => (await county.as('operator-1').ok('ticket.get', { ticketId: id })).ticket.arrival
    expect(await look()).toEqual({ by, late: false })
    await county.advance(61 * 60_000)
    expect(await look()).toEqual({ by, late: true })
    for (const person of ['head-water', 'operator-1'])
      expect(titles(person, id)).toContain('紧急事项无人到场')
    const there = { ticketId: id, point, photos: [photo], words: '' }
    const { ticket } = await county.as('handler-water').ok('ticket.checkIn', there)
    expect(ticket.arrival).toMatchObject({ by, at: ticket.arrivals[0]!.at, late: true })
  })
})

describe('co-units (R-H3)', () => {
  const words = '已经配合清理现场。'

  it('R-H3 each part shows where it stands; an objection is for staff', async () => {
    const { id, reporter } = await withCoUnit(county)
    await county.as('head-urban').ok('ticket.coUnitObject', { ticketId: id, words: '现场不在城管辖区。' })
    expect(titles('operator-1', id)).toContain('协办单位有异议')
    const { ticket } = await county
      .as('handler-urban')
      .ok('ticket.coUnitPart', { ticketId: id, words, photos: [] })
    expect(ticket.coUnits).toEqual([
      {
        id: 'urban',
        name: '县城管局',
        due: { at: expect.any(Number), state: 'ok' },
        done: expect.any(Number),
        objected: expect.any(Number),
      },
    ])
    expect(ticket.waitsForMe).toBe(false)
    const own = await county.as(reporter).ok('ticket.get', { ticketId: id })
    expect(own.ticket.coUnits[0]).not.toHaveProperty('objected')
    expect(JSON.stringify(own)).not.toMatch(/清理现场|城管辖区/)
  })

  it('R-H5 what the unit wrote elsewhere is caught with that number; the reviewer may let it pass with words', async () => {
    const other = await inStatus(county, 'awaitingRating')
    const { id } = await inStatus(county, 'inReview')
    const caught = await county.as('operator-1').refused('ticket.approve', { ticketId: id })
    expect(caught.message).toContain(`与编号 ${county.document('tickets', other.id).number} 的答复几乎一样`)
    expect(county.document('tickets', id).status).toBe('inReview')
    const overrule = '同一处水管，已电话核实'
    const { ticket } = await county.as('operator-1').ok('ticket.approve', { ticketId: id, overrule })
    expect(ticket.status).toBe('awaitingRating')
  })

  it('R-H3 a result without a co-unit’s part names it to the reviewer, not to the reporter', async () => {
    const { id, reporter } = await withCoUnit(county)
    const handed = await county.as('head-water').ok('ticket.submitResult', { ticketId: id, ...inputs.result })
    expect(handed.ticket.results[0]!.without).toEqual(['县城管局'])
    const reviewed = await county
      .as('operator-1')
      .ok('ticket.approve', { ticketId: id, overrule: '已电话核实，可以通过' })
    expect(reviewed.ticket.results[0]!.without).toEqual(['县城管局'])
    const own = await county.as(reporter).ok('ticket.get', { ticketId: id })
    expect(own.ticket.results[0]).toBeDefined()
    expect(own.ticket.results[0]).not.toHaveProperty('without')
  })
})

describe('passing down (R-P2)', () => {
  it('R-P2 the station finds it in its list and signs it; the head above hands the result in', async () => {
    const { id, reporter } = await inStatus(county, 'dispatched')
    const station = county.as('handler-supply')
    expect(await station.refused('ticket.get', { ticketId: id })).toMatchObject({ code: 'NOT_FOUND' })
    const passed = await county.as('head-water').ok('ticket.passDown', { ticketId: id, unitId: 'supply' })
    expect(passed.ticket).toMatchObject({ leadUnitId: 'water', passedTo: '县水务局供水所' })
    expect(titles('handler-supply', id)).toContain('上级单位交办')
    const { items } = await station.ok('ticket.queue', { view: 'todo' })
    expect(items).toMatchObject([{ id, waitsForMe: true }])
    const signed = await station.ok('ticket.sign', { ticketId: id })
    expect(signed.ticket).toMatchObject({ status: 'handling', passedTo: '县水务局供水所' })
    const result = { ticketId: id, ...inputs.result }
    expect(await county.as('head-supply').refused('ticket.submitResult', result)).toMatchObject({
      code: 'RULE_REFUSED',
    })
    await county.as('head-water').ok('ticket.submitResult', result)
    const own = await county.as(reporter).ok('ticket.get', { ticketId: id })
    expect(own.ticket).not.toHaveProperty('passedTo')
  })
})

describe('marks (R-P5, R-D7, E16)', () => {
  it('R-P5 made confidential: the unit reads the summary and nothing of the reporter’s', async () => {
    const { id, reporter } = await inStatus(county, 'handling')
    const summary = '某处供水设施损坏，请核实处理。'
    const { ticket } = await county
      .as('operator-1')
      .ok('ticket.mark', { ticketId: id, mark: 'confidential', summary })
    expect(ticket).toMatchObject({ confidential: true, summary })
    const unit = await county.as('handler-water').ok('ticket.get', { ticketId: id })
    expect(unit.ticket).toMatchObject({ summary })
    expect(JSON.stringify(unit)).not.toContain('停水三天')
    expect(unit.ticket).not.toHaveProperty('reporter')
    expect(titles(reporter, id)).toContain('已设为保密')
  })

  it('E16 made major: the leader finds it and signs its result off', async () => {
    const { id } = await inStatus(county, 'inReview')
    await county.as('operator-1').ok('ticket.mark', { ticketId: id, mark: 'major', leaderId: 'leader-1' })
    const { items } = await county.as('leader-1').ok('ticket.queue', { view: 'todo' })
    expect(items.map((card) => card.id)).toContain(id)
    // R-H7: the centre only writes down what the leader has signed on paper.
    expect(await county.as('operator-1').refused('ticket.approve', { ticketId: id })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { photos: expect.any(String) },
    })
    const signed = await county
      .as('leader-1')
      .ok('ticket.approve', { ticketId: id, overrule: '已电话核实，可以通过' })
    expect(signed.ticket.status).toBe('awaitingRating')
  })
})

describe('assigning a person (R-P3)', () => {
  it('R-P3 lists name who handles it; whoever has left handles nothing, and the head can name another', async () => {
    const { id, reporter } = await inStatus(county, 'handling')
    const head = county.as('head-water')
    const { items } = await head.ok('people.colleagues', {})
    expect(items.map((colleague) => colleague.id)).toEqual(['handler-water', 'head-water'])
    expect(await county.as('handler-water').refused('people.colleagues', {})).toMatchObject({
      code: 'FORBIDDEN',
    })
    for (const stranger of ['head-urban', 'left-1', 'nobody']) {
      const input = { ticketId: id, personId: stranger }
      expect(await head.refused('ticket.assign', input)).toMatchObject({
        fields: { personId: expect.any(String) },
      })
    }
    await head.ok('ticket.assign', { ticketId: id, personId: 'handler-water' })
    expect(titles('handler-water', id)).toContain('有事项交您经办')
    const inList = async () => {
      const { items: cards } = await head.ok('ticket.queue', { view: 'todo' })
      return cards.find((card) => card.id === id)?.assignee
    }
    expect(await inList()).toEqual({ name: 'handler-water' })
    expect((await county.as(reporter).ok('ticket.get', { ticketId: id })).ticket).not.toHaveProperty(
      'assignee',
    )
    const staff = (active: boolean) =>
      county.cloud.store.update(
        'people',
        { _id: 'handler-water' },
        { $set: { 'staff.active': active } },
        { multi: false },
      )
    staff(false)
    expect(await inList()).toEqual({ name: 'handler-water', left: true })
    staff(true)
  })
})

describe('whistle and report-in (R-D8)', () => {
  it('R-D8 called, confirmed once by two at the same moment, reported in; the absent one shows in lists', async () => {
    const { id } = await whistled(county)
    const confirm = (person: string) =>
      county.as(person).call('ticket.confirmWhistle', { ticketId: id, grant: true })
    const both = await Promise.all(['operator-1', 'operator-2'].map(confirm))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const handler = county.as('handler-water')
    const called = (await handler.ok('ticket.get', { ticketId: id })).ticket
    expect(called).toMatchObject({
      whistle: {
        by: '柳林乡',
        place: '柳林村村委会',
        callsMe: true,
        reports: [{ unit: '县水务局', leads: true }],
      },
    })
    await county.advance(2 * 86_400_000)
    const card = async () => {
      const { items } = await county.as('operator-1').ok('ticket.queue', { view: 'all' })
      return items.find((item) => item.id === id)?.missed
    }
    expect(await card()).toEqual([{ unit: '县水务局' }])
    expect(titles('head-liulin', id)).toContain('吹哨未报到')
    const photo = await photoOf(county, 'handler-water')
    const point = { latitude: 34.5, longitude: 113.5 }
    const { ticket } = await handler.ok('ticket.checkIn', { ticketId: id, point, photos: [photo] })
    expect(ticket.timeline.at(-1)).toMatchObject({ title: '到现场报到' })
    expect(ticket.whistle).toMatchObject({ callsMe: false })
    expect(await card()).toEqual([{ unit: '县水务局', at: expect.any(Number) }])
    expect(titles('head-liulin', id)).toContain('部门已到现场报到')
  })
})

describe('a leader works on paper (R-H7)', () => {
  it('E10 E9 E16 R-H7 R-X6 sheets are printed, signed and written down by the centre alone, with the photo, as the leader’s', async () => {
    const { id, reporter } = await inStatus(county, 'awaitingInstruction')
    const operator = county.as('operator-1')
    const sheet = async () => ({ photos: [await photoOf(county, 'operator-1')] })

    // Who prints is in the audit; who has nothing to do with it cannot.
    const printed = await operator.ok('ticket.signSheet', { ticketId: id })
    expect(printed.ticket.toSign).toMatchObject({ leader: '林若平', sheet: 'instruction' })
    expect(county.documents('audit', { 'facts.ticketId': id, action: 'ticket.signSheet' })).toMatchObject([
      { personId: 'operator-1', facts: { sheet: 'instruction' } },
    ])
    const refusal = async (person: string) =>
      (await county.as(person).refused('ticket.signSheet', { ticketId: id })).code
    expect(await refusal('operator-liulin')).toBe('NOT_FOUND')
    for (const person of ['head-water', reporter]) expect(await refusal(person)).toBe('FORBIDDEN')

    const order = { ticketId: id, words: '请水务局三日内办结', leadUnitId: 'water', coUnitIds: [] }
    for (const step of [
      ['ticket.returnToCentre', { ticketId: id, words: '请先核实' }],
      ['ticket.instruct', order],
    ] as const) {
      expect(await operator.refused(step[0], step[1] as never)).toMatchObject({
        fields: { photos: expect.any(String) },
      })
    }
    const signed = await sheet()
    for (const other of ['operator-liulin', 'head-water', 'supervisor-1']) {
      const mine = { ...order, photos: [] }
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(
        (await county.as(other).refused('ticket.instruct', mine)).code,
      )
    }
    const titleAfter = ({ ticket }: { ticket: { timeline: { title: string }[] } }) =>
      ticket.timeline.at(-1)!.title
    await operator.ok('ticket.returnToCentre', { ticketId: id, words: '请先核实', ...signed })
    await operator.ok('ticket.escalate', { ticketId: id, leaderId: 'leader-1', words: '已核实，再呈阅批。' })
    const instructed = await operator.ok('ticket.instruct', { ...order, ...(await sheet()) })
    expect(titleAfter(instructed)).toContain('中心代录')
    expect(instructed.ticket.instruction).toMatchObject({ leader: '林若平', words: order.words })

    await county.as('handler-water').ok('ticket.sign', { ticketId: id })
    await county.as('head-water').ok('ticket.submitResult', { ticketId: id, ...inputs.result })
    const mine = { ticketId: id, photos: [] }
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(
      (await county.as('head-water').refused('ticket.approve', mine)).code,
    )
    expect((await operator.ok('ticket.signSheet', { ticketId: id })).ticket.toSign?.sheet).toBe('signOff')
    // Two operators write the same signature down at once: one has, the other is told.
    const checked = { overrule: '已电话核实，可以通过' }
    const [ones, twos] = [await sheet(), { photos: [await photoOf(county, 'operator-2')] }]
    const both = await Promise.all([
      operator.call('ticket.approve', { ticketId: id, ...checked, ...ones }),
      county.as('operator-2').call('ticket.approve', { ticketId: id, ...checked, ...twos }),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const seen = await county.as(reporter).ok('ticket.get', { ticketId: id })
    expect(seen.ticket).toMatchObject({ status: 'awaitingRating', results: [{ state: 'approved' }] })
    // The sheet stays in the house.
    expect(seen.ticket.timeline.at(-1)).toMatchObject({
      title: expect.stringContaining('纸质签批'),
      photos: [],
    })
    expect((await operator.refused('ticket.signSheet', { ticketId: id })).code).toBe('WRONG_STATE')
  })
})
