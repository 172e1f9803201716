import { replayClock } from './replay'
import { county } from './testing/county'
import { act, awaitingRating, handling, inputs, inReview, make } from './testing/drive'
import { people } from './testing/people'
import { asked, redone } from './testing/stages'
import { DAY, momentOf } from './workdays'

const { reporter, operator, waterHead } = people

describe('replaying the clocks (R-L5)', () => {
  it('R-L5 deadline, stops and breaches follow from the events alone', () => {
    const stopped = asked(handling())
    const from = stopped.events.at(-1)!.at
    const to = new Date(from.getTime() + DAY)
    const back = act(stopped, reporter, 'ticket.reply', { words: '就在村口', photos: [] }, to)
    const late = act(back, waterHead, 'ticket.submitResult', inputs.result, momentOf('2026-03-12', 9))
    const replay = replayClock(late.events, county)
    expect(replay).toEqual({ clock: late.clock, stops: [{ from, to }] })
    expect(replay.clock.breaches).toEqual([momentOf('2026-03-06', 18)])
    expect(replayClock(stopped.events, county).stops).toEqual([{ from }])
  })

  it('R-L5 through sending back, rounds and re-dispatch', () => {
    const back = act(inReview(), operator, 'ticket.sendBack', { missing: '请补充现场照片' })
    const reassigned = act(handling(), operator, 'ticket.reassign', { words: '派错了单位' })
    for (const ticket of [make(), back, reassigned, redone(2), awaitingRating()]) {
      expect(replayClock(ticket.events, county).clock).toEqual(ticket.clock)
    }
  })

  it('R-L5 erased words and photos do not hide a clock', () => {
    const ticket = redone(1)
    const erased = ticket.events.map(({ salt: _salt, ...event }) => ({
      ...event,
      body: { facts: event.body!.facts! },
    }))
    expect(replayClock(erased, county).clock).toEqual(ticket.clock)
  })

  it('R-L5 each event is replayed by the knowledge it was decided by', () => {
    const ticket = handling()
    const changed = { ...county, calendar: { extraWorkdays: [], extraHolidays: ['2026-03-04'] } }
    expect(replayClock(ticket.events, changed).clock).not.toEqual(ticket.clock)
    const asked: number[] = []
    const lookUp = (version: number) => {
      asked.push(version)
      return version === county.version ? county : changed
    }
    expect(replayClock(ticket.events, lookUp).clock).toEqual(ticket.clock)
    expect(new Set(asked)).toEqual(new Set([county.version]))
  })

  it('a ticket without events is no ticket', () => {
    expect(() => replayClock([], county)).toThrow('first event')
  })
})
