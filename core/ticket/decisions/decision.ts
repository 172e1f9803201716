import { AppError, refuse } from '../../errors'
import type { Knowledge } from '../../knowledge/types'
import type { ActionId, ParsedInputOf, contracts } from '../../contracts'
import type { Actor } from '../../people/types'
import type { Relation } from '../../people/relations'
import { relationTo } from '../access'
import type { EdgeId } from '../edges'
import { limitsOf, type Limits } from '../limits'
import type { EventBody, Ticket } from '../types'
import type { Calendar } from '../workdays'
import type { Status } from '../words'

/** What a decision looks at besides its input. */
export interface Context {
  ticket: Ticket
  actor: Actor
  relation: Relation
  now: Date
  knowledge: Knowledge
  calendar: Calendar
  limits: Limits
}

/** What a decision changes. Everything that follows from it (event, clock, keys, notices) is `settle`'s. */
export interface Change {
  /** The edge taken; absent when the status stays. */
  edge?: EdgeId
  /** Needed only where the edge leads to more than one status (E7 back). */
  to?: Status
  set?: Partial<Ticket>
  unset?: readonly (keyof Ticket)[]
  /** What the event says; the words and photos may be personal, the facts never. */
  words?: string
  photos?: string[]
  internal?: boolean
  facts?: EventBody['facts']
  /** Keys told in addition to those the edge tells. */
  tell?: readonly Telling[]
}

/** A notice in words that are safe for whoever the key leads to. */
export interface Telling {
  to: string
  title: string
  words: string
  template?: string
  urgent?: boolean
  /** R-N3: who has no WeChat is called. */
  call?: boolean
}

/** One action on a ticket. */
export interface Decision<Input = Record<string, unknown>> {
  id: ActionId
  /** Statuses in which it may be done without an edge, besides those its edges leave. */
  also?: readonly Status[]
  /** Why not now, in words, as far as no input is needed: buttons and `decide` ask the same. */
  blocked?(c: Context): string | undefined
  decide(c: Context, input: Input): Change
  /** What the same call does next, with an event of its own, decided on the ticket as it is then. Stored with it or not at all. */
  then?(c: Context, input: Input): { id: ActionId; change: Change } | undefined
}

type TicketAction = Extract<ActionId, `ticket.${string}`>

/** Declares a decision whose input is that of the contract of the same id. */
export function decision<Id extends TicketAction>(
  id: Id,
  rest: Omit<Decision<ParsedInputOf<(typeof contracts)[Id]>>, 'id'>,
): Decision {
  return { id, ...rest } as Decision
}

export function contextOf(ticket: Ticket, actor: Actor, env: { now: Date; knowledge: Knowledge }): Context {
  return {
    ticket,
    actor,
    relation: relationTo(ticket, actor, env.knowledge),
    now: env.now,
    knowledge: env.knowledge,
    calendar: env.knowledge.calendar,
    limits: limitsOf(env.knowledge),
  }
}

/** Refuses with the reason if there is one. */
export function refuseIf(reason: string | undefined | false): void {
  if (reason) refuse(reason)
}

/** Bad input that only the rule can see: names the field. */
export function badField(field: string, words: string): never {
  throw new AppError('INVALID_INPUT', { fields: { [field]: words } })
}

/** The values without those that are undefined: documents never hold an undefined or a null. */
export function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
