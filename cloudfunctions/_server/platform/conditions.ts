/** What a document must be for a query or a conditional write. A closed set, so that no client's object becomes one. */
export type Scalar = string | number | boolean | Date

type Operator = 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'nin' | 'exists' | 'between' | 'prefix'

export class Condition {
  constructor(
    readonly operator: Operator,
    readonly value: Scalar | readonly Scalar[],
  ) {}
}

export type Where = Record<string, Scalar | Condition>

export const lt = (value: Scalar): Condition => new Condition('lt', value)
export const lte = (value: Scalar): Condition => new Condition('lte', value)
export const gt = (value: Scalar): Condition => new Condition('gt', value)
export const gte = (value: Scalar): Condition => new Condition('gte', value)
/** Above the first and below the second. */
export const between = (low: Scalar, high: Scalar): Condition => new Condition('between', [low, high])
/** Of a text: begins with this. */
export const startsWith = (beginning: string): Condition => new Condition('prefix', beginning)
export const oneOf = (values: readonly Scalar[]): Condition => new Condition('in', values)
/** Of an array field: none of its elements is one of these. */
export const noneOf = (values: readonly Scalar[]): Condition => new Condition('nin', values)
export const absent = (): Condition => new Condition('exists', false)
