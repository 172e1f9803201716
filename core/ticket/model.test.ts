import fc from 'fast-check'
import { AppError } from '../errors'
import { lineage } from '../knowledge/units'
import { SYSTEM, type ActingParty, type Actor } from '../people/types'
import { canRead, isSensitive } from './access'
import { verifyChain } from './chain'
import { nextWakeAt } from './clock'
import { availableCommands } from './commands'
import { decide } from './decide'
import { DECISIONS } from './decisions'
import { edgeFrom, isTerminal, type EdgeId } from './edges'
import { replayClock } from './replay'
import { county } from './testing/county'
import { digest, envAt, make, MONDAY, sure, type Made } from './testing/drive'
import { inputFor } from './testing/inputs'
import { everybody, people } from './testing/people'
import type { Ticket } from './types'
import { HOUR, MINUTE } from './workdays'

/** Random commands by random people at random times: what must hold for every ticket after every one of them. */

const ACTIONS = [...DECISIONS.map(({ id }) => id), 'clock.wake', 'ticket.nothing']
const OWN_ACTS = ['submit', 'supplement', 'urge', 'withdraw', 'appeal', 'reply', 'rate'].map(
  (id) => `ticket.${id}`,
)

const start: fc.Arbitrary<Made> = fc
  .record({
    kind: fc.constantFrom(undefined, 'help', 'complaint', 'report', 'suggestion', 'praise', 'consult'),
    confidential: fc.boolean(),
    accusedUnitIds: fc.constantFrom(
      [],
      [],
      ['water'],
      ['town'],
      ['centre'],
      ['supervision', 'police'],
      ['village'],
    ),
    urgent: fc.boolean(),
    lead: fc.constantFrom('water', 'town', 'police', 'centre', 'supply'),
    category: fc.constantFrom('tap', 'lamp', 'road'),
    reporter: fc.constantFrom(
      people.reporter.id,
      people.waterHead.id,
      people.operator.id,
      'ph_caller',
      undefined,
    ),
    agent: fc.boolean(),
    hour: fc.integer({ min: 0, max: 100 }),
  })
  .map((r): Made => ({
    submission: {
      ...(r.kind && { kind: r.kind as 'help' }),
      confidential: r.confidential,
      accusedUnitIds: [...r.accusedUnitIds],
    },
    proposal: {
      urgent: sure(r.urgent),
      leadUnitId: sure(r.lead),
      categoryId: sure(r.category),
      kind: sure((r.kind ?? 'help') as 'help'),
    },
    reporter: r.reporter ? { personId: r.reporter } : null,
    actor: r.agent && r.reporter ? people.agent : people.reporter,
    at: new Date(MONDAY.getTime() + r.hour * HOUR),
  }))

const steps = fc.array(
  fc.record({
    who: fc.nat(1000),
    what: fc.nat(1000),
    /** Mostly something that person can do now, so that tickets get far. */
    likely: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    after: fc.constantFrom(MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, 11 * HOUR, 30 * HOUR, 200 * HOUR),
    a: fc.nat(1000),
    b: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 40 },
)

interface Step {
  who: number
  what: number
  likely: boolean
  a: number
  b: number
}

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length]!

/** What takes a ticket towards its end; half of the likely steps are one of these where there is one. */
const FORWARD =
  'dispatch sign submitResult approve rate recordCallback redo proposeUnreasonable concurUnreasonable orderRedo conclude instruct'
    .split(' ')
    .map((id) => `ticket.${id}`)
const ASIDE = ['ticket.note', 'ticket.unmask', 'ticket.supplement']

function choose(ticket: Ticket, step: Step, now: Date): { actor: ActingParty; id: string } {
  const able = everybody.flatMap((actor) =>
    availableCommands(ticket, actor, { now, knowledge: county }).map((id) => ({ actor, id })),
  )
  const forward = able.filter(({ id }) => FORWARD.includes(id))
  const moving = able.filter(({ id }) => !ASIDE.includes(id))
  const likely = step.b % 4 > 0 && forward.length > 0 ? forward : moving.length > 0 ? moving : able
  if (step.likely && likely.length > 0) return pick(likely, step.who)
  return { actor: pick<ActingParty>([...everybody, SYSTEM, SYSTEM], step.who), id: pick(ACTIONS, step.what) }
}

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
  if (isSensitive(ticket)) {
    const told = ticket.outbox.map(({ title, words }) => title + words).join('')
    expect(told + ticket.title + (ticket.summary ?? '')).not.toContain('自来水停了三天')
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

function play(ticket: Ticket, list: (Step & { after: number })[]): void {
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
