import type { EnvelopeError } from '@core/contracts'
import type { ErrorCode } from '@core/errors'

/** No answer came: the call may or may not have arrived, so the same requestId must be used again. */
export class NetworkFailure extends Error {
  constructor(cause?: unknown) {
    super('网络不通，内容没有丢。请检查网络后再试')
    this.name = 'NetworkFailure'
    this.cause = cause
  }

  readonly cause?: unknown
}

/** The cloud answered that it cannot be done, in words for people. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly requestId: string
  /** Field path → what is wrong with it. */
  readonly fields: Record<string, string>
  /** Facts to go on with, e.g. the next free slots. */
  readonly data?: unknown

  constructor(error: EnvelopeError) {
    super(error.message)
    this.name = 'Refusal'
    this.code = error.code
    this.retryable = error.retryable
    this.requestId = error.requestId
    this.fields = error.fields ?? {}
    this.data = error.data
  }
}

/** The file a form remembers is no longer on this device. */
export function photoGone(): Refusal {
  return new Refusal({
    code: 'PHOTO_REFUSED',
    message: '有一张照片在手机上找不到了，请去掉后重新选',
    retryable: false,
    requestId: '',
  })
}

export type Failure = NetworkFailure | Refusal

/** Narrows what a `catch` got; anything else is a bug of ours and is thrown on. */
export function asFailure(error: unknown): Failure {
  if (error instanceof NetworkFailure || error instanceof Refusal) return error
  throw error
}

/**
 * Whether the outcome is open, so that trying again must be the same call (same requestId): no answer came, or the
 * cloud broke on the way. Every other refusal says that nothing has happened.
 */
export function isOutcomeOpen(failure: Failure): boolean {
  return failure instanceof NetworkFailure || failure.code === 'INTERNAL'
}
