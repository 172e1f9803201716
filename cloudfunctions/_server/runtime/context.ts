import type { ActionId, ActionOutput, ParsedInputOf, contracts } from '@core/contracts'
import type { Actor, Person, Sealed } from '@core/people/types'
import type * as files from '../platform/files'
import type * as wechat from '../platform/openapi'

/** What every action is given. Built by the runtime for one call, never kept. */
export interface CallContext {
  /** One moment for the whole call. */
  readonly now: Date
  readonly request: {
    readonly id: string
    /** Action id, or the timer's name. */
    readonly action: string
    /** hash(person, requestId): names what this request makes, so that a retry finds it. */
    readonly key: string
    readonly inputHash: string
  }
  readonly vault: Vault
  readonly files: typeof files
  readonly wechat: typeof wechat
  readonly random: () => string
  readonly sha256: (text: string) => string
  /** Waits about that many ms before trying again after a collision. */
  readonly pause: (ms: number) => Promise<void>
  /** Counts the database requests of this work apart: telling people is not part of an action's budget. */
  readonly asNotices: <T>(work: () => Promise<T>) => Promise<T>
  readonly log: Log
}

/** Of a timer: it stops taking work in time to finish what it has begun. */
export interface TimerContext extends CallContext {
  hasTime(): boolean
}

/** Of a call by a person: who they are, as the platform and the staff record say (R-P1). */
export interface Context extends CallContext {
  readonly actor: Actor
  /** Their document as read at the start of this call; version 0 when there is none yet. */
  readonly person: Person
}

/** Secrets at work, without the keys (R-X3). */
export interface Vault {
  seal(plain: string): Sealed
  /** The plain value; undefined for what cannot be opened with our key. */
  open(sealed: Sealed | undefined): string | undefined
  phoneHash(phone: string): string
  /** An unguessable, repeatable name or signature for a text. */
  sign(purpose: 'photo' | 'photoName', text: string): string
  verify(purpose: 'photo', text: string, signature: string): boolean
}

/** One line of JSON each; never words, names or numbers of people. */
export interface Log {
  warn(what: string, facts?: Record<string, unknown>): void
  error(what: string, error: unknown): void
}

type Inputs = { [A in ActionId]: ParsedInputOf<(typeof contracts)[A]> }
export type Input<A extends ActionId> = Inputs[A]

export type Handler<A extends ActionId, C = Context> = (ctx: C, input: Input<A>) => Promise<ActionOutput<A>>

/** Every action of one function, none forgotten: `Actions<'ticket'>` has a handler for each `ticket.*` contract. */
export type Actions<F extends string, C = Context> = {
  [A in ActionId as A extends `${F}.${string}` ? A : never]: Handler<A, C>
}
