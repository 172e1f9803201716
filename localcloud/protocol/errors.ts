/**
 * A refusal that travels to the SDK as HTTP 200 `{ code, message, requestId }`.
 * `code` is one of the strings of the wire protocol; the SDK turns it into an `errCode`.
 */
export class CloudError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'CloudError'
    this.code = code
  }
}

/** Short form of `new CloudError(code, message)`, so that a refusal reads as one expression. */
export function cloudError(code: string, message: string): CloudError {
  return new CloudError(code, message)
}
