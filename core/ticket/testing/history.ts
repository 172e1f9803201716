import fc from 'fast-check'
import { SYSTEM, type ActingParty, type Actor } from '../../people/types'
import { availableCommands } from '../commands'
import { DECISIONS } from '../decisions'
import type { Ticket } from '../types'
import { HOUR, MINUTE } from '../workdays'
import { county } from './county'
import { MONDAY, sure, type Made } from './drive'
import { pick } from './inputs'
import { everybody, people } from './people'

/** Random histories of a ticket: any person tries any command at any time, mostly one that can be taken. */

const ACTIONS = [...DECISIONS.map(({ id }) => id), 'clock.wake', 'ticket.nothing']
/** How a ticket may begin: every kind, by whomever, accusing some, at whichever centre. */
export const start: fc.Arbitrary<Made> = fc
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
    by: fc.constantFrom(
      people.reporter,
      people.reporter,
      people.agent,
      people.townOperator,
      people.hillOperator,
    ),
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
    ...filedBy(r.by, r.reporter !== undefined),
    at: new Date(MONDAY.getTime() + r.hour * HOUR),
  }))

/** A township's operators write down a call; an agent files for somebody. */
function filedBy(by: Actor, named: boolean): Pick<Made, 'actor' | 'channel'> {
  if (by.role === 'operator') return { actor: by, channel: 'phone' }
  return { actor: by.role === 'agent' && !named ? people.reporter : by }
}

/** So many things that somebody tries, one after the other. */
export const stepsOf = (minLength: number, maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      who: fc.nat(1000),
      what: fc.nat(1000),
      /** Mostly something that person can do now, so that tickets get far. */
      likely: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      after: fc.constantFrom(MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, 11 * HOUR, 30 * HOUR, 200 * HOUR),
      a: fc.nat(1000),
      b: fc.nat(1000),
    }),
    { minLength, maxLength },
  )
export const steps = stepsOf(1, 40)

export interface Step {
  after: number
  who: number
  what: number
  likely: boolean
  a: number
  b: number
}

/** What takes a ticket towards its end; half of the likely steps are one of these where there is one. */
const FORWARD =
  'dispatch sign submitResult approve rate recordCallback redo proposeUnreasonable concurUnreasonable orderRedo conclude instruct'
    .split(' ')
    .map((id) => `ticket.${id}`)
const ASIDE = ['ticket.note', 'ticket.unmask', 'ticket.supplement', 'ticket.urge']

/** Who does what next. */
export function choose(ticket: Ticket, step: Step, now: Date): { actor: ActingParty; id: string } {
  const able = everybody.flatMap((actor) =>
    availableCommands(ticket, actor, { now, knowledge: county }).map((id) => ({ actor, id })),
  )
  const forward = able.filter(({ id }) => FORWARD.includes(id))
  const moving = able.filter(({ id }) => !ASIDE.includes(id))
  const likely = step.b % 4 > 0 && forward.length > 0 ? forward : moving.length > 0 ? moving : able
  if (step.likely && likely.length > 0) return pick(likely, step.who)
  return { actor: pick<ActingParty>([...everybody, SYSTEM, SYSTEM], step.who), id: pick(ACTIONS, step.what) }
}
