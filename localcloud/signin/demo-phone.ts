import { createHash } from 'node:crypto'

/** The phone number WeChat would tell for a person. */
export type PhoneOf = (personId: string) => string

/**
 * A phone number for a person of whom nothing is known: always the same, kept nowhere, so none lies in the data folder
 * (R-X3). It starts with 154, which no operator has been given: it looks right and rings nobody.
 */
export function demoPhoneOf(personId: string): string {
  const number = createHash('sha256').update(`demo-phone:${personId}`).digest().readUInt32BE(0) % 100_000_000
  return `154${String(number).padStart(8, '0')}`
}
