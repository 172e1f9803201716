import { audienceOf, isBarred, listKeys, todoKeys, waitsForOf } from './audience'
import { EDGES } from './edges'
import { county } from './testing/county'
import {
  act,
  awaitingRating,
  closed,
  dispatched,
  handling,
  inJudgement,
  inputs,
  make,
  sure,
} from './testing/drive'
import { people } from './testing/people'
import { asked, escalated, inEveryStatus, instructed, merged, refused } from './testing/stages'
import type { Ticket } from './types'

const { operator, reporter, supervisor, waterHead, waterHandler } = people

describe('whose lists show it, whom it waits for', () => {
  it.each([
    ['submitted', 'centre:centre'],
    ['awaitingReporter', 'person:citizen-1'],
    ['awaitingInstruction', 'leader:leader-a'],
    ['dispatched', 'unit:water'],
    ['handling', 'unit:water'],
    ['inReview', 'centre:centre'],
    ['awaitingRating', 'centre:centre person:citizen-1'],
    ['inJudgement', 'centre:centre'],
    ['collected', 'centre:centre'],
    ['closed', ''],
    ['notAccepted', ''],
    ['withdrawn', ''],
    ['merged', ''],
  ] as const)('%s waits for [%s]', (status, keys) => {
    expect(inEveryStatus()[status].waitsFor.join(' ')).toBe(keys)
  })

  it('co-units act with the lead unit while it is handled', () => {
    const ticket = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, coUnitIds: ['police'] })
    expect(ticket.waitsFor).toEqual(['unit:water'])
    expect(act(ticket, waterHandler, 'ticket.sign').waitsFor).toEqual(['unit:police', 'unit:water'])
  })

  it('an anonymous ticket waits for nobody who is not there', () => {
    expect(waitsForOf({ ...awaitingRating(), reporter: undefined }, county)).toEqual(['centre:centre'])
  })

  it('R-P5 where everybody it should wait for is barred, the centre has it', () => {
    const ticket: Ticket = { ...escalated(), accused: { unitIds: [], personIds: ['leader-a'] } }
    expect(waitsForOf(ticket, county)).toEqual(['centre:centre'])
    expect(audienceOf(ticket, county)).not.toContain('leader:leader-a')
  })

  it.each([
    ['unit:water', true],
    ['unit:supply', true],
    ['above:water', true],
    ['unit:police', false],
    ['person:bad', true],
    ['leader:bad', true],
    ['person:citizen-1', false],
    ['supervision', false],
    ['centre:centre', false],
  ])('R-P5 %s leads to the accused: %s', (key, barred) => {
    const ticket = {
      accused: { unitIds: ['water'], personIds: ['bad', 'citizen-1'] },
      reporter: { personId: 'citizen-1' },
    }
    expect(isBarred(key, ticket, county)).toBe(barred)
  })

  it('R-P5 supervision is barred where it is accused itself', () => {
    expect(make({ submission: { accusedUnitIds: ['supervision'] } }).audience).toEqual([
      'centre:centre',
      'person:citizen-1',
    ])
  })

  it('lists ask for the keys of the post; what waits for me never those of a unit below', () => {
    expect(listKeys(operator)).toEqual(['centre:centre'])
    expect(listKeys(supervisor)).toEqual(['supervision'])
    expect(listKeys(people.leader)).toEqual(['leader:leader-a'])
    expect(listKeys(waterHandler)).toEqual(['unit:water'])
    expect(listKeys(waterHead)).toEqual(['unit:water', 'above:water'])
    expect(listKeys(reporter)).toEqual([])
    expect(listKeys(people.admin)).toEqual([])
    expect(todoKeys(waterHead)).toEqual(['unit:water', 'person:head-water'])
    expect(todoKeys(reporter)).toEqual(['person:citizen-1'])
  })
})

describe('who is told (R-N2)', () => {
  const toldOf = (ticket: Ticket) => ticket.outbox.filter(({ seq }) => seq === ticket.head.seq)

  it('R-N2 the reporter is told of every change of status, with the number and without their own words', () => {
    for (const ticket of Object.values(inEveryStatus())) {
      const own = toldOf(ticket).filter(({ to }) => to === 'person:citizen-1')
      expect(own).toHaveLength(1)
      expect(own[0]!.words).toContain('LH20260302-0001')
      expect(own[0]!.words).not.toContain('自来水停了三天')
    }
  })

  it('R-P5 a sensitive ticket’s notices do not even name the unit', () => {
    const secret = make({ submission: { confidential: true } })
    const ticket = act(secret, operator, 'ticket.dispatch', {
      ...inputs.dispatch,
      summary: '某处供水管道损坏',
    })
    const own = toldOf(ticket).find(({ to }) => to === 'person:citizen-1')!
    expect(own.words).toContain('已交承办单位办理')
    expect(toldOf(dispatched()).find(({ to }) => to === 'person:citizen-1')!.words).toContain(
      '已交water单位办理',
    )
  })

  it.each([
    [
      'E2',
      () => act(refused(), reporter, 'ticket.appeal', { words: '属于本县管理', photos: [] }),
      'centre:centre',
    ],
    [
      'E7',
      () => act(asked(handling()), reporter, 'ticket.reply', { words: '在村口', photos: [] }),
      'unit:water',
    ],
    ['E9', instructed, 'unit:water'],
    [
      'E10',
      () => act(escalated(), people.leader, 'ticket.returnToCentre', { words: '按一般件办' }),
      'centre:centre',
    ],
    ['E11', dispatched, 'unit:water'],
    [
      'E19',
      () => act(inJudgement(), operator, 'ticket.redo', { words: '请重办', cause: 'slow' }),
      'person:head-water',
    ],
    ['E22', () => act(closed(), supervisor, 'ticket.orderRedo', { words: '请重新办理' }), 'unit:water'],
  ])('%s tells whoever gets it', (edge, ticket, to) => {
    expect(ticket().events.at(-1)!.edge).toBe(edge)
    expect(toldOf(ticket()).map((entry) => entry.to)).toContain(to)
  })

  it('R-P5 R-D7 an anonymous ticket tells no reporter, an accused unit nothing', () => {
    const ticket = make({
      reporter: null,
      submission: { accusedUnitIds: ['water'] },
      proposal: { urgent: sure(true) },
    })
    expect(ticket.outbox.map(({ to }) => to)).toEqual(['centre:centre', 'duty:centre', 'duty:supervision'])
  })

  it('R-P5 an accused person is told nothing that their post would be told', () => {
    const ticket = { ...handling(), accused: { unitIds: [], personIds: ['head-water'] } }
    expect(toldOf(act(ticket, reporter, 'ticket.urge'))).toEqual([])
    expect(toldOf(act(handling(), reporter, 'ticket.urge')).map(({ to }) => to)).toEqual([
      'person:head-water',
    ])
  })

  it('has news for the reporter on every edge of the table', () => {
    const edges = new Set<string>(EDGES.map(({ id }) => id))
    expect(edges.size).toBe(29)
    expect(merged().outbox.at(-1)!.to).toBe('person:citizen-1')
  })
})
