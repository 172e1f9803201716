import { act, dispatched, elapse, handling, inputs, make, MONDAY, sure, wakeAt } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { county } from '../testing/county'
import type { Ticket } from '../types'
import { arrivalOf } from '../urgent'
import { MINUTE } from '../workdays'

const { operator, policeHandler, reporter, townHandler, waterHandler } = people
const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * MINUTE)
const here = {
  point: { latitude: 34.5, longitude: 113.5, name: '村口' },
  photos: ['photos/c.jpg'],
  words: '',
}
const checkIn = (ticket: Ticket, by = waterHandler, at?: Date) => act(ticket, by, 'ticket.checkIn', here, at)
const arrivalReminders = (ticket: Ticket) =>
  ticket.outbox.filter(({ title }) => title === '紧急事项无人到场').map(({ to }) => to)

describe('on site (R-H1)', () => {
  it('R-H1 who, when and where, with a photo, and the reporter is told', () => {
    const ticket = checkIn(handling())
    const at = ticket.events.at(-1)!.at
    expect(ticket.arrivals).toEqual([
      { round: 1, unitId: 'water', byId: 'handler-water', at, point: here.point },
    ])
    expect(ticket.events.at(-1)).toMatchObject({ type: 'ticket.checkIn', body: { photos: here.photos } })
    // Facts are kept for ever: where somebody stood is none of them.
    expect(JSON.stringify(ticket.events.at(-1)!.body!.facts)).not.toContain('34.5')
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'person:citizen-1', title: '工作人员已到现场' })
    expect(ticket.progressAt).toEqual(at)
    expect(checkIn(ticket).arrivals).toHaveLength(2)
  })

  it('R-H1 without a photo it is not one', () => {
    const bare = () => act(handling(), waterHandler, 'ticket.checkIn', { ...here, photos: [] })
    expect(refusal(bare)).toMatchObject({ code: 'INVALID_INPUT', fields: ['photos'] })
  })

  it('R-H1 people of the lead unit and the co-units, from dispatch on, and nobody else', () => {
    const ticket = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, coUnitIds: ['police'] })
    expect(checkIn(ticket, policeHandler).arrivals).toMatchObject([{ unitId: 'police' }])
    expect(refusal(() => checkIn(ticket, operator)).code).toBe('FORBIDDEN')
    expect(refusal(() => checkIn(ticket, reporter)).code).toBe('FORBIDDEN')
    expect(refusal(() => checkIn(ticket, townHandler)).code).toBe('NOT_FOUND')
    expect(refusal(() => checkIn(make(), operator)).code).toBe('FORBIDDEN')
  })
})

describe('arrival at an urgent matter (R-D7)', () => {
  /** In a township of 60 minutes, counted from the alert. */
  const urgent = () => dispatched(make({ proposal: { urgent: sure(true) } }))

  it('R-D7 nobody there by the minute: the unit’s head, the centre and supervision, once', () => {
    expect(arrivalReminders(elapse(urgent(), later(59)))).toEqual([])
    const missed = elapse(urgent(), later(60))
    expect(arrivalReminders(missed)).toEqual(['person:head-water', 'centre:centre', 'supervision'])
    expect(missed.outbox.find(({ title }) => title === '紧急事项无人到场')!.urgent).toBe(true)
    expect(arrivalReminders(wakeAt(missed, later(70)))).toHaveLength(3)
  })

  it('R-D7 a check-in settles it, in time or late', () => {
    const there = checkIn(urgent(), waterHandler, later(50))
    expect(arrivalReminders(elapse(there, later(600)))).toEqual([])
    expect(arrivalOf(there, county)).toEqual({ by: later(60), at: later(50) })
    const late = checkIn(elapse(urgent(), later(60)), waterHandler, later(75))
    expect(arrivalOf(late, county)).toEqual({ by: later(60), at: later(75) })
    expect(arrivalOf(handling(), county)).toBeUndefined()
  })

  it('R-D7 R-P5 the notice names no word of the reporter’s', () => {
    const words = elapse(urgent(), later(60))
      .outbox.map((entry) => entry.words)
      .join('')
    expect(words).not.toContain('自来水停了三天')
  })
})
