/** R-C6: a closed ticket is a docket. */
import type { ActionOutput } from '@core/contracts'
import { inputs, inStatus, newCitizen, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const docketOf = (person: string, ticketId: string, after?: number) =>
  county.as(person).ok('ticket.docket', { ticketId, ...(after === undefined ? {} : { after }) })

it('R-C6 R-T8 has every event in words, from the first, under its number, with the seal of the chain', async () => {
  const { id, number } = await inStatus(county, 'closed')
  const { events, head, closedAt } = county.document('tickets', id)
  const docket = await docketOf('operator-1', id)
  expect(docket).toMatchObject({
    number,
    closedAt: closedAt!.getTime(),
    seal: { events: events.length, head: head.hash },
  })
  expect(docket.items.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq))
  expect(docket.items.every(({ title, who }) => title && who && who !== '您')).toBe(true)
  expect(docket).not.toHaveProperty('next')
})

it('R-C6 R-P4 R-P5 masks by the reader’s rights: numbers to all, what a unit may not read to a unit', async () => {
  const words = '有人倒卖救济粮，请打我电话13812345678核实处理。'
  const { id } = await submitted(county, { kind: 'report', confidential: true, words })
  const operator = county.as('operator-1')
  const summary = '请核实粮食发放情况。'
  const dispatch = { ...inputs.dispatch, kind: 'report' as const, leadUnitId: 'water', summary }
  await operator.ok('ticket.dispatch', { ticketId: id, ...dispatch })
  await county.as('handler-water').ok('ticket.sign', { ticketId: id })
  await county.as('head-water').ok('ticket.submitResult', { ticketId: id, ...inputs.result })
  await operator.ok('ticket.approve', { ticketId: id, overrule: '已当面核实' })
  await operator.ok('ticket.recordCallback', { ticketId: id, outcome: 'answered', ...inputs.satisfied })
  const text = async (person: string) => JSON.stringify(await docketOf(person, id))
  expect(await text('operator-1')).toContain('倒卖救济粮')
  expect(await text('operator-1')).not.toContain('13812345678')
  expect(await text('head-water')).not.toMatch(/倒卖救济粮|13812345678|反映人/)
})

it('R-C6 only of what is closed, only for staff who may read it, and the audit knows (R-X6, R-P6)', async () => {
  const open = await inStatus(county, 'handling')
  expect(await county.as('operator-1').refused('ticket.docket', { ticketId: open.id })).toMatchObject({
    code: 'WRONG_STATE',
  })
  const { id, reporter } = await inStatus(county, 'closed')
  const refusal = async (person: string) =>
    (await county.as(person).refused('ticket.docket', { ticketId: id })).code
  expect(await refusal('handler-urban')).toBe('NOT_FOUND')
  expect(await refusal(newCitizen())).toBe('FORBIDDEN')
  expect(await refusal(reporter)).toBe('FORBIDDEN')
  await docketOf('supervisor-1', id)
  const entries = county.documents<object>('audit', { 'facts.ticketId': id })
  expect(entries).toMatchObject([{ personId: 'supervisor-1', action: 'ticket.docket' }])
})

it('R-C6 a long history comes in parts, with nothing twice and nothing left out', async () => {
  const matter = await inStatus(county, 'handling')
  const handler = county.as('handler-water')
  for (let n = 0; n < 16; n++) {
    const words = `${n} ${'现场情况记录。'.repeat(140)}`
    await handler.ok('ticket.note', { ticketId: matter.id, words, photos: [], open: false })
  }
  await county.as('head-water').ok('ticket.submitResult', { ticketId: matter.id, ...inputs.result })
  await county
    .as('operator-1')
    .ok('ticket.approve', { ticketId: matter.id, overrule: '已电话核实，可以通过' })
  await county.as(matter.reporter).ok('ticket.rate', { ticketId: matter.id, ...inputs.satisfied })
  const seen: number[] = []
  let part: ActionOutput<'ticket.docket'> | undefined
  let parts = 0
  do {
    part = await docketOf('operator-1', matter.id, part?.next)
    seen.push(...part.items.map(({ seq }) => seq))
    parts++
  } while (part.next !== undefined)
  expect(parts).toBeGreaterThan(1)
  expect(seen).toEqual(county.document('tickets', matter.id).events.map(({ seq }) => seq))
})
