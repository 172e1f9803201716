import type { Envelope } from '@core/contracts'
import { AppError, ERRORS } from '@core/errors'

/** Largest reply: what a phone on a weak network can wait for (platform.md allows far more). */
const MAX_REPLY_BYTES = 64 * 1024

/** The envelope of a success. @throws Error when it is too large: an action has to page or cut before that */
export function success(data: unknown): Envelope<unknown> {
  const envelope = { ok: true as const, data }
  const bytes = Buffer.byteLength(JSON.stringify(envelope))
  if (bytes > MAX_REPLY_BYTES) throw new Error(`the reply has ${bytes} bytes, more than ${MAX_REPLY_BYTES}`)
  return envelope
}

/** The envelope of a failure: what the catalogue says, and nothing of an error that is not in it. */
export function failure(error: unknown, requestId: string): Envelope<never> {
  const known = error instanceof AppError ? error : new AppError('INTERNAL')
  const { fields, data } = known.details
  return {
    ok: false,
    error: {
      code: known.code,
      message: known.message,
      retryable: ERRORS[known.code].retryable,
      requestId,
      ...(fields ? { fields } : {}),
      ...(data === undefined ? {} : { data }),
    },
  }
}
