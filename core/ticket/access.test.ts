import {
  canRead,
  isSensitive,
  relationTo,
  shownCreatedAt,
  visibleFields,
  visibleRatings,
  visibleResults,
} from './access'
import { county } from './testing/county'
import {
  act,
  awaitingRating,
  closed,
  dispatched,
  handling,
  inJudgement,
  inReview,
  inputs,
  make,
  MONDAY,
  sure,
} from './testing/drive'
import { everybody, people } from './testing/people'
import { escalated, redone } from './testing/stages'
import type { Ticket } from './types'
import { momentOf } from './workdays'

const relations = (ticket: Ticket) =>
  Object.fromEntries(
    Object.entries(people)
      .map(([name, actor]) => [name, relationTo(ticket, actor, county)] as const)
      .filter(([, relation]) => relation !== 'none'),
  )

describe('relation to a ticket', () => {
  it('R-P6 before dispatch only the reporter, the centre and supervision know of it', () => {
    expect(relations(make())).toEqual({
      reporter: 'reporter',
      operator: 'centre',
      operator2: 'centre',
      supervisor: 'supervision',
    })
  })

  it('R-P2 lead, co-units and the heads above them; a handler above or below knows nothing', () => {
    const ticket = dispatchTo('supply', ['police'])
    expect(relations(ticket)).toMatchObject({
      supplyHandler: 'leadUnit',
      supplyHead: 'leadUnit',
      waterHead: 'aboveLead',
      policeHead: 'coUnit',
      policeHandler: 'coUnit',
      seconded: 'coUnit',
    })
    expect(relationTo(ticket, people.waterHandler, county)).toBe('none')
    expect(canRead(dispatched(), people.supplyHead, county)).toBe(false)
  })

  it('R-P2 the head above a co-unit reads as a co-unit and signs nothing', () => {
    expect(relationTo(dispatchTo('police', ['supply']), people.waterHead, county)).toBe('coUnit')
  })

  it('section 1: a leader knows only what was sent to them; an admin, a township operator and an agent nothing', () => {
    const ticket = escalated()
    expect(relationTo(ticket, people.leader, county)).toBe('instructingLeader')
    for (const actor of [people.leader2, people.admin, people.townOperator, people.agent]) {
      expect(canRead(ticket, actor, county)).toBe(false)
    }
  })

  it('R-P7 staff who reported it are its reporter and nothing else', () => {
    const ticket = dispatched(make({ reporter: { personId: people.waterHead.id } }))
    expect(relationTo(ticket, people.waterHead, county)).toBe('reporter')
  })

  it('R-T9 who joined a ticket follows it', () => {
    const ticket = { ...make(), audience: ['person:citizen-2'] }
    expect(relationTo(ticket, people.stranger, county)).toBe('follower')
    expect(visibleFields(ticket, people.stranger, county).has('words')).toBe(false)
  })

  it('section 1: an agent keeps what it filed for others until it is confidential', () => {
    const filed = make({ actor: people.agent, channel: 'agent' })
    expect(relationTo(filed, people.agent, county)).toBe('filer')
    expect(filed.audience).toContain('person:agent')
    const hidden = make({ actor: people.agent, channel: 'agent', submission: { confidential: true } })
    expect(canRead(hidden, people.agent, county)).toBe(false)
    expect(hidden.audience).not.toContain('person:agent')
  })
})

const dispatchTo = (leadUnitId: string, coUnitIds: string[], ticket = make()) =>
  act(ticket, people.operator, 'ticket.dispatch', { ...inputs.dispatch, leadUnitId, coUnitIds })

describe('accused (R-P5)', () => {
  const accusing = (unitIds: string[]) => make({ submission: { accusedUnitIds: unitIds, kind: 'complaint' } })

  it('R-P5 the accused unit, every unit below it and whoever comes from it know nothing', () => {
    const ticket = dispatchTo('police', [], accusing(['water']))
    for (const actor of [people.waterHead, people.waterHandler, people.supplyHead, people.supplyHandler]) {
      expect(relationTo(ticket, actor, county)).toBe('accused')
      expect(canRead(ticket, actor, county)).toBe(false)
      expect(visibleFields(ticket, actor, county).size).toBe(0)
    }
    // R-P3, R-P5: their post is with the lead unit, but they come from the accused one.
    expect(relationTo(ticket, people.seconded, county)).toBe('accused')
    expect(relationTo(ticket, people.policeHead, county)).toBe('leadUnit')
  })

  it('R-P5 an accused person knows nothing, whatever their post', () => {
    const ticket = {
      ...make(),
      accused: { unitIds: [], personIds: [people.operator.id, people.supervisor.id] },
    }
    expect(canRead(ticket, people.operator, county)).toBe(false)
    expect(canRead(ticket, people.supervisor, county)).toBe(false)
    expect(canRead(ticket, people.operator2, county)).toBe(true)
  })

  it('R-P5 where the centre is accused the supervision bureau does its part', () => {
    const ticket = accusing(['centre'])
    expect(canRead(ticket, people.operator, county)).toBe(false)
    expect(relationTo(ticket, people.supervisor, county)).toBe('centre')
    expect(ticket.waitsFor).toEqual(['supervision'])
    expect(act(ticket, people.supervisor, 'ticket.dispatch', inputs.dispatch).status).toBe('dispatched')
  })

  it('R-P5 somebody of the accused unit who reported it still follows their own ticket', () => {
    const ticket = make({
      reporter: { personId: people.waterHandler.id },
      submission: { accusedUnitIds: ['water'], kind: 'report' },
    })
    expect(relationTo(ticket, people.waterHandler, county)).toBe('reporter')
  })
})

describe('what a reader sees', () => {
  it('R-P5 confidential tickets and tip-offs are sensitive, guessed tip-offs until somebody decides', () => {
    expect(isSensitive(make())).toBe(false)
    expect(isSensitive(make({ submission: { confidential: true } }))).toBe(true)
    expect(isSensitive(make({ submission: { kind: 'report' } }))).toBe(true)
    const guessed = make({ proposal: { kind: sure('report') } })
    expect(isSensitive(guessed)).toBe(true)
    expect(isSensitive(dispatched(guessed))).toBe(false)
  })

  it('R-P5 a unit gets the summary of a sensitive ticket, never words, photos, place or reporter', () => {
    const ticket = act(make({ submission: { confidential: true } }), people.operator, 'ticket.dispatch', {
      ...inputs.dispatch,
      summary: '某处供水管道损坏',
    })
    const fields = visibleFields(ticket, people.waterHead, county)
    expect(fields.has('summary')).toBe(true)
    for (const field of ['words', 'photos', 'place', 'address', 'point', 'reporter', 'channel'] as const) {
      expect(fields.has(field)).toBe(false)
      expect(visibleFields(dispatched(), people.waterHead, county).has(field)).toBe(true)
    }
  })

  it('R-P5 lists show a sensitive ticket by day only, also in the keys they sort on', () => {
    const midnight = momentOf('2026-03-02', 0)
    const ticket = make({ submission: { confidential: true } })
    expect(shownCreatedAt(ticket)).toEqual(midnight)
    expect(ticket.sortKey).toBe(`${midnight.getTime()}-t1`)
    expect(shownCreatedAt(make())).toEqual(MONDAY)
  })

  it('E16 the reporter reads a result once it is approved, and never one that was sent back', () => {
    const review = inReview()
    expect(visibleResults(review, people.reporter, county)).toEqual([])
    expect(visibleResults(review, people.operator, county)).toHaveLength(1)
    const back = act(review, people.operator, 'ticket.sendBack', { missing: '请补充现场照片' })
    const again = awaitingRating(act(back, people.waterHead, 'ticket.submitResult', inputs.result))
    expect(visibleResults(again, people.reporter, county).map(({ state }) => state)).toEqual(['approved'])
    expect(visibleResults(again, people.waterHead, county)).toHaveLength(2)
    expect(visibleResults(again, people.stranger, county)).toEqual([])
  })

  it('R-C3 a unit sees a rating only when its round is over', () => {
    const judged = inJudgement()
    expect(visibleRatings(judged, people.waterHead, county)).toEqual([])
    expect(visibleRatings(judged, people.operator, county)).toHaveLength(1)
    expect(visibleRatings(redone(1), people.waterHead, county).map(({ round }) => round)).toEqual([1])
    expect(visibleRatings(closed(), people.waterHead, county)).toHaveLength(1)
    expect(visibleRatings(closed(), people.stranger, county)).toEqual([])
  })

  it('R-P6 a stranger reads no ticket in any status', () => {
    for (const ticket of [make(), handling(), closed()]) {
      expect(
        everybody.filter(({ id }) => id === 'citizen-2').some((actor) => canRead(ticket, actor, county)),
      ).toBe(false)
    }
  })
})
