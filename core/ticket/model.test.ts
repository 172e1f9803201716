import fc from 'fast-check'
import { AppError } from '../errors'
import { isWithin, lineage } from '../knowledge/units'
import type { Actor } from '../people/types'
import { canRead, isSensitive, relationTo } from './access'
import { townshipOf } from './centre'
import { verifyChain } from './chain'
import { nextWakeAt } from './clock'
import { availableCommands } from './commands'
import { decide } from './decide'
import { edgeFrom, isTerminal, type EdgeId } from './edges'
import { replayClock } from './replay'
import { county } from './testing/county'
import { digest, envAt, make } from './testing/drive'
import { choose, start, steps, type Step } from './testing/history'
import { inputFor } from './testing/inputs'
import { people } from './testing/people'
import type { Ticket } from './types'

/** Random commands by random people at random times: what must hold for every ticket after every one of them. */

const OWN_ACTS = ['submit', 'supplement', 'urge', 'withdraw', 'appeal', 'reply', 'rate'].map(
  (id) => `ticket.${id}`,
)

const accusedUnits = (ticket: Ticket): string[] =>
  county.units
    .filter(({ id }) => lineage(county, id).some((above) => ticket.accused.unitIds.includes(above)))
    .map(({ id }) => id)

function expectNoEmptyValues(value: unknown, path = ''): void {
  if (value === undefined || value === null) throw new Error(`empty value at ${path}`)
  if (typeof value !== 'object' || value instanceof Date) return
  for (const [key, inner] of Object.entries(value)) expectNoEmptyValues(inner, `${path}.${key}`)
}

/** What holds for a ticket by itself. */
function expectSound(ticket: Ticket): void {
  expect(verifyChain(ticket, digest)).toEqual({ ok: true })
  expect(ticket.waitsFor.length === 0).toBe(isTerminal(ticket.status))
  expect(ticket.audience).toEqual(expect.arrayContaining(ticket.waitsFor))
  expect(replayClock(ticket.events, county).clock).toEqual(ticket.clock)
  expect(ticket.wakeAt).toEqual(nextWakeAt(ticket, county))
  expectNoEmptyValues(ticket)
  const away = accusedUnits(ticket)
  const keys = [...ticket.audience, ...ticket.waitsFor, ...ticket.outbox.map(({ to }) => to)]
  for (const key of keys) {
    const id = key === 'supervision' ? 'supervision' : key.slice(key.indexOf(':') + 1)
    expect(away).not.toContain(id)
    // Their heads are told nothing either.
    expect(away.map((unit) => `head-${unit}`)).not.toContain(id === ticket.reporter?.personId ? '' : id)
  }
  for (const { status, round } of [ticket]) {
    expect(ticket.ratings.filter((rating) => rating.round === round).length).toBeLessThanOrEqual(1)
    expect(status).toBeDefined()
  }
  expectItsOwnCentre(ticket)
  if (isSensitive(ticket)) {
    const told = ticket.outbox.map(({ title, words }) => title + words).join('')
    expect(told + ticket.title + (ticket.summary ?? '')).not.toContain('自来水停了三天')
  }
}

/** Section 1, R-P6: a township's centre knows of its own tickets and of no other; the units of its tickets are its own. */
function expectItsOwnCentre(ticket: Ticket): void {
  const township = townshipOf(ticket, county)
  if (township && ticket.leadUnitId) expect(isWithin(county, ticket.leadUnitId, township)).toBe(true)
  for (const actor of [people.townOperator, people.hillOperator]) {
    const own = township === actor.unitId
    expect([actor.id, relationTo(ticket, actor, county) === 'centre']).toEqual([actor.id, own])
    expect([actor.id, canRead(ticket, actor, county)]).toEqual([actor.id, own])
    for (const keys of [ticket.audience, ticket.waitsFor]) {
      if (!own) expect(keys).not.toContain(`centre:${actor.unitId}`)
    }
    // Whoever has just given it up is told so at most by number.
    const told = ticket.outbox.filter(
      ({ seq, to }) => seq === ticket.head.seq && to === `centre:${actor.unitId}`,
    )
    if (told.length > 0 && !own) expect(ticket.events.at(-1)!.type).toBe('ticket.sendUp')
  }
}

const REDOS = ['E19', 'E22', 'E24']

/** What holds for a step from one ticket to the next. */
function expectLawful(prev: Ticket, next: Ticket): void {
  const added = next.events.slice(prev.events.length)
  expect(next.events.slice(0, prev.events.length)).toEqual(prev.events)
  let status = prev.status
  for (const event of added) {
    if (event.to === undefined) {
      expect(event.edge).toBeUndefined()
      continue
    }
    expect(event.from).toBe(status)
    expect(edgeFrom(event.edge as EdgeId, status, event.type)?.to).toContain(event.to)
    status = event.to
  }
  expect(next.status).toBe(status)
  const redos = added.filter(({ edge }) => REDOS.includes(edge ?? '')).length
  expect(next.round - prev.round).toBe(redos)
  for (const event of added) {
    if (event.by.personId === prev.reporter?.personId) expect(OWN_ACTS).toContain(event.type)
    if (event.type === 'ticket.rate') expect(event.by.personId).toBe(prev.reporter?.personId)
  }
}

const CODES = ['NOT_FOUND', 'FORBIDDEN', 'WRONG_STATE', 'RULE_REFUSED', 'INVALID_INPUT', 'UNKNOWN_ACTION']
const reached = new Set<string>()

function play(ticket: Ticket, list: Step[]): void {
  let now = ticket.events[0]!.at
  for (const step of list) {
    now = new Date(now.getTime() + step.after)
    const { actor, id } = choose(ticket, step, now)
    const input = inputFor(id, ticket, now, step.a, step.b)
    const before = JSON.stringify(ticket)
    try {
      const next = decide(
        ticket,
        { id, input, key: `${ticket.events.length}`, inputHash: '' },
        actor,
        envAt(now),
      )
      expectSound(next)
      expectLawful(ticket, next)
      if (actor.role !== 'system') {
        expect(availableCommands(ticket, actor as Actor, { now, knowledge: county })).toContain(id)
      } else if (next.wakeAt) {
        expect(next.wakeAt > now).toBe(true)
      }
      for (const { edge } of next.events) if (edge) reached.add(edge)
      ticket = next
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      expect(CODES).toContain(error.code)
      if (actor.role !== 'system') {
        expect(error.code === 'NOT_FOUND' && id !== 'ticket.merge').toBe(
          !canRead(ticket, actor as Actor, county) && id !== 'ticket.merge',
        )
      }
      expect(JSON.stringify(ticket)).toBe(before)
    }
  }
}

describe('any ticket in any hands', () => {
  it('R-T8 R-P5 R-P7 R-C3 R-L5 keeps its invariants whatever happens to it', () => {
    fc.assert(
      fc.property(start, steps, (made, list) => {
        let ticket: Ticket
        try {
          ticket = make(made)
        } catch (error) {
          if (error instanceof AppError) return
          throw error
        }
        expectSound(ticket)
        play(ticket, list)
      }),
    )
  })

  it('the random life above is not a short one: it has taken most edges', () => {
    expect(reached.size).toBeGreaterThan(20)
  })
})
