import { inputs, inStatus, newCitizen, submitted, type Matter } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const stored = (id: string) => county.document('tickets', id)
const rate = (person: string, id: string, input: object = inputs.satisfied, requestId?: string) =>
  county.as(person).call('ticket.rate', { ticketId: id, ...inputs.satisfied, ...input }, requestId)
const codeOf = (envelope: { ok: boolean; error?: { code: string } }) =>
  envelope.ok ? 'OK' : envelope.error!.code

/** A main ticket with so many others merged into it, brought to where it wants rating. */
async function answered(others: number): Promise<{ main: Matter; joined: Matter[] }> {
  const main = await inStatus(county, 'handling')
  const joined: Matter[] = []
  for (let n = 0; n < others; n++) {
    const matter = await submitted(county)
    await county.as('operator-1').ok('ticket.merge', { ticketId: matter.id, mainTicketId: main.id })
    joined.push(matter)
  }
  await county.as('head-water').ok('ticket.submitResult', { ticketId: main.id, ...inputs.result })
  await county.as('operator-1').ok('ticket.approve', { ticketId: main.id, overrule: '已电话核实，可以通过' })
  return { main, joined }
}

describe('R-T9 the main ticket of a merge', () => {
  it('R-T9 every reporter is asked to rate, on their own page and in their own list', async () => {
    const { main, joined } = await answered(1)
    const [own] = joined as [Matter]
    const asked = county.documents<{ title: string; ticketId: string }>('inbox', { personId: own.reporter })
    expect(asked.find(({ title }) => title === '请您评价')?.ticketId).toBe(own.id)
    const { ticket } = await county.as(own.reporter).ok('ticket.get', { ticketId: own.id })
    expect(ticket.mainTicket).toEqual({ id: main.id, number: main.number, toRate: true })
    const { items } = await county.as(own.reporter).ok('ticket.mine', { tab: 'toRate' })
    expect(items.map(({ id }) => id)).toEqual([main.id])
    const view = await county.as(own.reporter).ok('ticket.get', { ticketId: main.id })
    expect(view.ticket).toMatchObject({ commands: ['ticket.rate'], holder: '您', mine: false, joined: [] })
  })

  it('R-T9 any 不满意 leads to judgement once everybody has rated', async () => {
    const { main, joined } = await answered(2)
    expect(codeOf(await rate(joined[0]!.reporter, main.id, inputs.dissatisfied))).toBe('OK')
    expect(codeOf(await rate(main.reporter, main.id))).toBe('OK')
    expect(stored(main.id).status).toBe('awaitingRating')
    expect(codeOf(await rate(joined[1]!.reporter, main.id))).toBe('OK')
    expect(stored(main.id)).toMatchObject({ status: 'inJudgement', waitsFor: ['centre:centre'] })
    const { ticket } = await county.as(main.reporter).ok('ticket.get', { ticketId: main.id })
    expect(ticket.ratings.map(({ result }) => result)).toEqual(['satisfied'])
    expect(JSON.stringify(ticket)).not.toContain(inputs.dissatisfied.words)
  })

  it('R-C3 two reporters rate at the same moment: both count, one of them ends the round', async () => {
    for (let round = 0; round < 4; round++) {
      const { main, joined } = await answered(1)
      const answers = await Promise.all([
        rate(main.reporter, main.id),
        rate(joined[0]!.reporter, main.id, inputs.dissatisfied),
      ])
      expect(answers.map(codeOf)).toEqual(['OK', 'OK'])
      expect(stored(main.id).status).toBe('inJudgement')
      expect(stored(main.id).ratings).toHaveLength(2)
      expect(stored(main.id).events.filter(({ edge }) => edge === 'E18')).toHaveLength(1)
    }
  })

  it('R-C3 one rating per reporter and round, also when it is sent again', async () => {
    const { main, joined } = await answered(1)
    const requestId = newRequestId()
    const { reporter } = joined[0]!
    expect(codeOf(await rate(reporter, main.id, {}, requestId))).toBe('OK')
    expect(codeOf(await rate(reporter, main.id, {}, requestId))).toBe('OK')
    expect(codeOf(await rate(reporter, main.id))).toBe('RULE_REFUSED')
    expect(stored(main.id).ratings).toHaveLength(1)
    expect(codeOf(await rate(newCitizen(), main.id))).toBe('NOT_FOUND')
  })

  it('R-C1 the operator sees who has still to be asked, and records each call as theirs', async () => {
    const { main, joined } = await answered(1)
    const own = joined[0]!
    const operator = county.as('operator-1')
    const { ticket } = await operator.ok('ticket.get', { ticketId: main.id })
    expect(ticket.joined).toEqual([{ id: own.id, number: own.number, rated: false }])
    const call = { ticketId: main.id, outcome: 'answered', ...inputs.dissatisfied } as const
    const after = await operator.ok('ticket.recordCallback', { ...call, joinedTicketId: own.id })
    expect(after.ticket).toMatchObject({ status: 'awaitingRating', joined: [{ rated: true }] })
    const stranger = await submitted(county)
    expect(
      await operator.refused('ticket.recordCallback', { ...call, joinedTicketId: stranger.id }),
    ).toMatchObject({ code: 'INVALID_INPUT' })
    const { ticket: done } = await operator.ok('ticket.recordCallback', { ...call, ...inputs.satisfied })
    expect(done.status).toBe('inJudgement')
  })

  it('R-T9 a main with other reporters is not withdrawn: only that reporter leaves', async () => {
    const [main, own] = [await inStatus(county, 'handling'), await submitted(county)]
    await county.as('operator-1').ok('ticket.merge', { ticketId: own.id, mainTicketId: main.id })
    const { ticket } = await county
      .as(main.reporter)
      .ok('ticket.withdraw', { ticketId: main.id, words: '不反映了' })
    expect(ticket).toMatchObject({ status: 'handling', commands: [] })
    await county.as('head-water').ok('ticket.submitResult', { ticketId: main.id, ...inputs.result })
    await county
      .as('operator-1')
      .ok('ticket.approve', { ticketId: main.id, overrule: '已电话核实，可以通过' })
    const news = county.documents<{ title: string }>('inbox', { personId: own.reporter })
    expect(news.map(({ title }) => title)).toContain('请您评价')
    const left = county.documents<{ title: string }>('inbox', { personId: main.reporter })
    expect(left.map(({ title }) => title)).not.toContain('请您评价')
    expect(codeOf(await rate(main.reporter, main.id))).toBe('RULE_REFUSED')
    expect(codeOf(await rate(own.reporter, main.id))).toBe('OK')
    expect(stored(main.id).status).toBe('closed')
  })

  it('R-T9 a ticket that others joined is a main ticket: it joins no other, so that nobody is lost', async () => {
    const { main } = await answered(0)
    const [middle, own] = [await submitted(county), await submitted(county)]
    const merge = { ticketId: own.id, mainTicketId: middle.id }
    await county.as('operator-1').ok('ticket.merge', merge)
    expect(
      await county.as('operator-1').refused('ticket.merge', { ticketId: middle.id, mainTicketId: main.id }),
    ).toMatchObject({ message: '已有别人的事项并入这一件，请把它作为主件' })
  })

  it('E25 a wrong merge taken back: who no longer belongs to it neither reads nor rates it', async () => {
    const { main, joined } = await answered(1)
    const own = joined[0]!
    await county.as('operator-1').ok('ticket.unmerge', { ticketId: own.id, words: '不是同一件事' })
    expect(codeOf(await rate(own.reporter, main.id))).toBe('NOT_FOUND')
    expect(codeOf(await rate(main.reporter, main.id))).toBe('OK')
    expect(stored(main.id).status).toBe('closed')
  })
})
