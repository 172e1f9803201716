import type * as v from 'valibot'

type AnySchema = v.GenericSchema<unknown, unknown>

/**
 * One action of the cloud: its id (`<function>.<action>`), the schema of its input and the type of its answer.
 * The function it lives in is the part of the id before the dot.
 */
export interface Contract<
  Id extends string = string,
  Schema extends AnySchema = AnySchema,
  Output = unknown,
> {
  readonly id: Id
  readonly input: Schema
  /** Only a type: what the action answers. Never present at run time. */
  readonly output?: Output
}

/**
 * Declares a contract. Call as `contract<Answer>()('ticket.submit', schema)`: the answer's type is given, the rest inferred.
 */
export function contract<Output>() {
  return <const Id extends string, Schema extends AnySchema>(
    id: Id,
    input: Schema,
  ): Contract<Id, Schema, Output> => ({ id, input })
}

export type InputOf<C> = C extends Contract<string, infer S, unknown> ? v.InferInput<S> : never
export type ParsedInputOf<C> = C extends Contract<string, infer S, unknown> ? v.InferOutput<S> : never
export type OutputOf<C> = C extends Contract<string, AnySchema, infer O> ? O : never
