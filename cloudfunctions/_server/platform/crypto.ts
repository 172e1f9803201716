import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { encryptionKey, hashKey } from './secrets'

/**
 * Sealed form: `v1.<base64url of iv(12) | tag(16) | ciphertext>`, AES-256-GCM. The version names key and algorithm,
 * so that keys can be changed later.
 */
const VERSION = 'v1.'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Encrypts a value for the database (R-X3). The same value never looks the same twice. */
export function seal(plain: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', encryptionKey(), iv)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return VERSION + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Decrypts what `seal` made; null when it was made otherwise, was changed, or with another key. */
export function unseal(sealed: string): string | null {
  if (!sealed.startsWith(VERSION)) return null
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', encryptionKey(), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
      'utf8',
    )
  } catch {
    return null
  }
}

/**
 * Keyed hash of a value, 32 hex: finds sealed data without reading it, and signs. `purpose` keeps a hash made for one
 * thing from passing for another.
 */
export function keyedHash(purpose: 'phone' | 'photo' | 'input' | 'photoName', value: string): string {
  return createHmac('sha256', hashKey()).update(`${purpose}\n${value}`).digest('hex').slice(0, 32)
}

/** sha256, 64 hex: the chain of events (R-T8) and ids. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Compares two signatures without telling by its time how much of them agrees. */
export function sameSignature(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
