import { inputs, inStatus, newCitizen, submission, submitted } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty({ workers: 2 })
})
afterAll(() => county.close())

const codeOf = (envelope: { ok: boolean; error?: { code: string } }) =>
  envelope.ok ? 'OK' : envelope.error!.code
const statusesAfter = (id: string) => county.document('tickets', id).events.map(({ type }) => type)

describe('several at once', () => {
  it('R-T4 twelve submissions at the same moment get twelve numbers, one after the other', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 12 }, () => county.as(newCitizen()).ok('ticket.submit', submission())),
    )
    const serials = receipts.map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b)
    expect(new Set(serials).size).toBe(12)
    expect(serials[11]! - serials[0]!).toBe(11)
    for (const { ticketId, number } of receipts)
      expect(county.document('tickets', ticketId).number).toBe(number)
  })

  it('the same submission sent three times at once is one ticket with one number', async () => {
    const [person, requestId] = [newCitizen(), newRequestId()]
    const answers = await Promise.all(
      [1, 2, 3].map(() => county.as(person).ok('ticket.submit', submission(), requestId)),
    )
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    expect(county.documents('tickets', { 'reporter.personId': person })).toHaveLength(1)
    expect(county.documents('inbox', { personId: person })).toHaveLength(1)
  })

  it('two operators dispatch at once: one wins, the other is told that it has moved on', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await submitted(county)
      const answers = await Promise.all(
        ['operator-1', 'operator-2'].map((operator) =>
          county.as(operator).call('ticket.dispatch', { ticketId: id, ...inputs.dispatch }),
        ),
      )
      expect(answers.map(codeOf).sort()).toEqual(['OK', 'WRONG_STATE'])
      expect(statusesAfter(id)).toEqual(['ticket.submit', 'ticket.dispatch'])
    }
  })

  it('E11 R-D1 two operators send the same batch at once while a reporter adds to one: each ticket goes out once or says why', async () => {
    for (let n = 0; n < 4; n++) await submitted(county, { place: undefined })
    const list = await county.as('operator-1').ok('ticket.proposals', {})
    const chosen = list.items.filter(({ alone }) => alone === undefined).slice(-4)
    expect(chosen).toHaveLength(4)
    const [first] = chosen
    const batch = (operator: string) =>
      chosen.map(({ card, seen, proposed }) => {
        const { deadline: _when, confidence: _sure, ...rest } = proposed!
        return county.as(operator).call('ticket.dispatch', { ticketId: card.id, seen, ...rest })
      })
    const { reporter } = county.document('tickets', first!.card.id)
    const [ones, twos] = await Promise.all([
      Promise.all(batch('operator-1')),
      Promise.all(batch('operator-2')),
      county
        .as(reporter!.personId)
        .ok('ticket.supplement', { ticketId: first!.card.id, words: '今天又停了', photos: [] }),
    ])
    for (const [place, { card }] of chosen.entries()) {
      const codes = [ones[place]!, twos[place]!].map(codeOf).sort()
      const sent = codes.filter((code) => code === 'OK').length
      expect(statusesAfter(card.id).filter((type) => type === 'ticket.dispatch')).toHaveLength(sent)
      // Only the ticket with news may have gone to nobody.
      const told = place === 0 && sent === 0 ? ['RULE_REFUSED', 'RULE_REFUSED'] : ['OK', 'WRONG_STATE']
      expect(codes).toEqual(told)
      expect(county.document('tickets', card.id).status).toBe(sent === 1 ? 'dispatched' : 'submitted')
    }
    const left = await county.as('operator-2').ok('ticket.proposals', {})
    const sentIds = chosen.slice(1).map(({ card }) => card.id)
    expect(left.items.filter(({ card }) => sentIds.includes(card.id))).toEqual([])
  })

  it('R-C3 a rating sent twice at once by two requests counts once', async () => {
    const { id, reporter } = await inStatus(county, 'awaitingRating')
    const answers = await Promise.all(
      [1, 2].map(() => county.as(reporter).call('ticket.rate', { ticketId: id, ...inputs.satisfied })),
    )
    expect(answers.map(codeOf).sort()).toEqual(['OK', 'RULE_REFUSED'])
    expect(county.document('tickets', id).ratings).toHaveLength(1)
  })

  it('the same request sent four times at once has one effect and the same answer', async () => {
    const { id } = await submitted(county)
    const requestId = newRequestId()
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        county.as('operator-1').call('ticket.dispatch', { ticketId: id, ...inputs.dispatch }, requestId),
      ),
    )
    expect(answers.map(codeOf)).toEqual(['OK', 'OK', 'OK', 'OK'])
    expect(statusesAfter(id)).toEqual(['ticket.submit', 'ticket.dispatch'])
  })

  it('notes written at the same moment are all kept, in one chain', async () => {
    const { id } = await inStatus(county, 'handling')
    const writers = ['handler-water', 'head-water', 'operator-1']
    const answers = await Promise.all(
      writers.map((person, n) =>
        county
          .as(person)
          .call('ticket.note', { ticketId: id, words: `第 ${n} 条进展`, photos: [], open: false }),
      ),
    )
    expect(answers.map(codeOf)).toEqual(['OK', 'OK', 'OK'])
    const { events } = county.document('tickets', id)
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
    for (const [n, event] of events.entries()) expect(event.prev).toBe(n === 0 ? '' : events[n - 1]!.hash)
  })

  it('R-P1 two people in the same thread at once never see each other', async () => {
    const people = [await submitted(county), await submitted(county)]
    const rounds = Array.from({ length: 30 }, (_, n) => people[n % 2]!)
    const answers = await Promise.all(
      rounds.map(async ({ reporter }) => ({
        reporter,
        me: (await county.as(reporter).ok('people.me', {})).id,
        mine: (await county.as(reporter).ok('ticket.mine', { tab: 'open' })).items.map(({ id }) => id),
      })),
    )
    for (const { reporter, me, mine } of answers) {
      expect(me).toBe(reporter)
      expect(mine).toEqual(people.filter((person) => person.reporter === reporter).map(({ id }) => id))
    }
  })

  it('R-P1 an id of digits alone stays the id it is', async () => {
    const [a, b] = ['00123456789012345678', '123456789012345678']
    const matter = await submitted(county, {}, a)
    expect((await county.as(a!).ok('people.me', {})).id).toBe(a)
    expect((await county.as(b!).ok('people.me', {})).id).toBe(b)
    expect(await county.as(b!).refused('ticket.get', { ticketId: matter.id })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('E3 E17 answered and rated in one call: sent twice at once it is one answer and one rating', async () => {
    const { ticketId } = await county.as('operator-1').ok('ticket.intake', {
      channel: 'phone',
      words: '来电人问办理低保要带什么材料。',
      photos: [],
      confidential: false,
      caller: { phone: '13700000001' },
    })
    const { photos: _photos, ...rating } = inputs.satisfied
    const answer = { ticketId, words: '请带身份证和户口本到窗口办理', asked: true, ...rating } as const
    const requestId = newRequestId()
    const answers = await Promise.all([
      county.as('operator-1').call('ticket.answer', answer, requestId),
      county.as('operator-1').call('ticket.answer', answer, requestId),
      county.as('operator-2').call('ticket.answer', answer),
    ])
    expect(answers.slice(0, 2).every(({ ok }) => ok) || answers[2]!.ok).toBe(true)
    expect(answers.filter(({ ok }) => !ok).every((each) => codeOf(each) === 'WRONG_STATE')).toBe(true)
    expect(statusesAfter(ticketId)).toEqual(['ticket.intake', 'ticket.answer', 'ticket.recordCallback'])
    expect(county.document('tickets', ticketId)).toMatchObject({
      status: 'closed',
      ratings: [{ by: 'phone' }],
    })
  })

  it('E12 E23 a unit signs while the reporter withdraws: each finds what the other did, and the events are true', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, reporter } = await inStatus(county, 'dispatched')
      const [signed, withdrawn] = await Promise.all([
        county.as('handler-water').call('ticket.sign', { ticketId: id }),
        county.as(reporter).call('ticket.withdraw', { ticketId: id, words: '已经解决了' }),
      ])
      // Withdrawing is possible before and after the signature; signing is not after a withdrawal.
      expect(codeOf(withdrawn)).toBe('OK')
      expect(['OK', 'WRONG_STATE']).toContain(codeOf(signed))
      const { events, status } = county.document('tickets', id)
      expect(status).toBe('withdrawn')
      const steps = events.slice(2).map(({ edge, from }) => [edge, from])
      expect(steps).toEqual(
        codeOf(signed) === 'OK'
          ? [
              ['E12', 'dispatched'],
              ['E23', 'handling'],
            ]
          : [['E23', 'dispatched']],
      )
    }
  })

  it('R-L5 the clock runs while somebody writes: both are kept, neither twice', async () => {
    const { id } = await inStatus(county, 'handling')
    const note = { ticketId: id, words: '正在抢修水管', photos: [], open: false }
    const [answer] = await Promise.all([
      county.as('handler-water').call('ticket.note', note),
      county.advance(6 * 86_400_000),
    ])
    expect(codeOf(answer)).toBe('OK')
    await county.advance(60_000)
    await county.advance(60_000)
    const { events, head } = county.document('tickets', id)
    const types = events.map(({ type }) => type)
    expect(types.filter((type) => type === 'ticket.note')).toHaveLength(1)
    expect(types).toContain('clock.remind')
    const reminded = events.flatMap(({ body }) => (body?.facts?.reminded as string[] | undefined) ?? [])
    expect(new Set(reminded).size).toBe(reminded.length)
    for (const [n, event] of events.entries()) expect(event.prev).toBe(n === 0 ? '' : events[n - 1]!.hash)
    expect(events.at(-1)!.hash).toBe(head.hash)
  })
})
