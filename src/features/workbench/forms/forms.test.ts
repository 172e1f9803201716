import * as v from 'valibot'
import { contracts } from '@core/contracts'
import {
  type Field,
  type FieldValue,
  type FormSpec,
  faults,
  initialValues,
  inputOf,
  type Values,
} from '../form-model'
import type { RatingView } from '@core/contracts/ticket/views'
import { PERMISSIONS } from '@core/people/permissions'
import { forms, type StaffCommand } from '.'
import { aTicket } from '../testing'

const commands = Object.keys(forms) as StaffCommand[]
const schemaOf = (command: StaffCommand) => contracts[command].input as v.GenericSchema<unknown, unknown>
const hasOnly = (grant: object, relations: string[]) =>
  Object.keys(grant).every((relation) => relations.includes(relation))
const accepts = (command: StaffCommand, input: unknown) => v.safeParse(schemaOf(command), input).success

/** Everything filled in, first choices, texts of the given length. */
function filled(spec: FormSpec, lengthOf: (field: Field & { type: 'text' }) => number): Values {
  const value = (field: Field): FieldValue => {
    switch (field.type) {
      case 'text':
        return '字'.repeat(lengthOf(field))
      case 'choice':
        return Object.keys(field.options)[0]
      case 'many':
        return Object.keys(field.options).slice(0, 1)
      case 'flag':
        return true
      case 'units':
        return ['water']
      case 'photos':
        return [{ key: '1', photo: 'photos/0123456789.jpg' }]
      case 'ticket':
        return { id: 't2', number: 'LX20261122-0004', title: '全村停水' }
      case 'parts':
        return [1, 2].map(() => ({ words: '字'.repeat(field.min), photos: [] }))
      case 'point':
        return { latitude: 34.5, longitude: 113.5, name: '村口' }
      case 'day':
        return '2026-11-30'
      default:
        return 'water'
    }
  }
  return Object.fromEntries(spec.fields.map((field) => [field.name, value(field)]))
}

describe('the forms of staff commands', () => {
  it('cover exactly what the table of permissions lets somebody do for a unit, the centre, a leader or supervision', () => {
    const outside = ['reporter', 'filer', 'follower', 'nothing']
    const reads = ['ticket.get', 'ticket.docket', 'ticket.signSheet', 'ticket.similar', 'ticket.unmask']
    const expected = Object.entries(PERMISSIONS)
      .filter(([id, grant]) => id.startsWith('ticket.') && !reads.includes(id) && !hasOnly(grant, outside))
      .map(([id]) => id)
    expect([...commands].sort()).toEqual(expected.sort())
  })

  it.each(commands)('%s, filled in, is input its contract accepts', (command) => {
    const spec: FormSpec = forms[command]
    const ticket = aTicket()
    const values = filled(spec, ({ max }) => max)
    expect(faults(spec, values, ticket)).toEqual({})
    expect(v.safeParse(schemaOf(command), inputOf(spec, values, ticket)).issues).toBeUndefined()
  })

  it.each(commands)('%s, with only what must be filled in, is input its contract accepts', (command) => {
    const spec: FormSpec = forms[command]
    const ticket = aTicket()
    const values = { ...initialValues(spec, ticket) }
    const all = filled(spec, ({ min }) => Math.max(min, 1))
    for (let missing = faults(spec, values, ticket); Object.keys(missing).length > 0;) {
      for (const name of Object.keys(missing)) values[name] = all[name]
      missing = faults(spec, values, ticket)
    }
    expect(v.safeParse(schemaOf(command), inputOf(spec, values, ticket)).issues).toBeUndefined()
  })

  it.each(commands)('%s has the limits of length of its contract', (command) => {
    const spec: FormSpec = forms[command]
    const ticket = aTicket({ confidential: true })
    const base = filled(spec, ({ max }) => max)
    for (const field of spec.fields) {
      if (field.type !== 'text') continue
      const input = inputOf(spec, base, ticket)
      if (!(field.name in input)) continue
      expect([field.name, accepts(command, { ...input, [field.name]: '字'.repeat(field.max + 1) })]).toEqual([
        field.name,
        field.name === 'words' && command === 'ticket.recordCallback',
      ])
      if (field.min > 1) {
        expect(accepts(command, { ...input, [field.name]: '字'.repeat(field.min - 1) })).toBe(false)
      }
    }
  })

  it.each(commands)('%s says what happens then', (command) => {
    expect(forms[command].consequence).toMatch(/。$/)
  })
})

describe('conditions between fields', () => {
  it('R-P5 dispatch asks for a summary of a confidential matter and of a report, of nothing else', () => {
    const asked = (confidential: boolean, kind: string) =>
      Object.keys(faults(forms['ticket.dispatch'], { kind, coUnitIds: [] }, aTicket({ confidential })))
    expect(asked(true, 'help')).toContain('summary')
    expect(asked(false, 'report')).toContain('summary')
    expect(asked(false, 'help')).not.toContain('summary')
  })

  it('R-P5 a leader, too, gets a report only with a summary for the units', () => {
    const missing = (kind: 'report' | 'help') =>
      Object.keys(faults(forms['ticket.escalate'], {}, aTicket({ kind })))
    expect(missing('report')).toContain('summary')
    expect(missing('help')).not.toContain('summary')
  })

  it('R-C4 the third dissatisfied rating makes a redo name its meeting', () => {
    const rating: Omit<RatingView, 'round'> = {
      at: 0,
      by: 'reporter',
      result: 'dissatisfied',
      reasons: [],
      photos: [],
    }
    const missing = (rounds: number[]) =>
      Object.keys(
        faults(forms['ticket.redo'], {}, aTicket({ ratings: rounds.map((round) => ({ ...rating, round })) })),
      )
    expect(missing([1, 2])).not.toContain('meeting')
    expect(missing([1, 2, 3])).toContain('meeting')
  })

  it('R-L1 dispatch sends a date only with the class of a set date, as that day 18:00 in Shanghai', () => {
    const spec: FormSpec = forms['ticket.dispatch']
    const values = { ...initialValues(spec, aTicket()), deadline: '2026-11-30' }
    expect(inputOf(spec, values, aTicket())).not.toHaveProperty('deadline')
    expect(inputOf(spec, { ...values, handlingClass: 'fixed' }, aTicket())).toMatchObject({
      deadline: Date.parse('2026-11-30T10:00:00Z'),
    })
  })

  it('E14 a promise needs its date, "not possible" its basis', () => {
    const missing = (outcome: string) =>
      Object.keys(faults(forms['ticket.submitResult'], { outcome }, aTicket()))
    expect(missing('promised')).toContain('promisedFor')
    expect(missing('impossible')).toContain('basis')
    expect(missing('solved')).toEqual(['found', 'done'])
  })

  it('R-X2 waits for photos that are still on their way', () => {
    const values = { words: '正在抢修', open: true, photos: [{ key: '1', path: 'tmp.jpg' }] }
    expect(Object.keys(faults(forms['ticket.note'], values, aTicket()))).toEqual(['photos'])
  })

  it('R-C1/R-C2 a callback nobody answered carries no rating; a dissatisfied one needs a reason', () => {
    const spec: FormSpec = forms['ticket.recordCallback']
    const ticket = aTicket()
    const rated = { solved: 'unsolved', result: 'dissatisfied', attitude: 'basic', reasons: [], photos: [] }
    expect(inputOf(spec, { ...rated, outcome: 'noAnswer', words: '' }, ticket)).toEqual({
      ticketId: 't1',
      outcome: 'noAnswer',
    })
    expect(faults(spec, { ...rated, outcome: 'answered' }, ticket)).toEqual({ reasons: '请选一项' })
  })
})
