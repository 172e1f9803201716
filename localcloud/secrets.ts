import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'

/** Keys of one data folder, base64 of 32 bytes each. Losing them makes what they sealed unreadable. */
export interface Secrets {
  /** Encrypts phone and ID numbers (R-X3). Given to the functions. */
  MINSHENG_SECRET_ENC: string
  /** Keyed hash by which they are found (R-X3). Given to the functions. */
  MINSHENG_SECRET_HMAC: string
  /** Signs the download links. Stays here. */
  LINK_KEY: string
}

const NAMES = ['MINSHENG_SECRET_ENC', 'MINSHENG_SECRET_HMAC', 'LINK_KEY'] as const

/**
 * Reads the keys, or makes them at the first start (readable by the owner only). A file that is there but not
 * whole throws: new keys would silently orphan everything sealed with the old ones.
 */
export function loadSecrets(file: string): Secrets {
  if (!existsSync(file)) writeSecrets(file)
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  for (const name of NAMES) {
    const value = secrets[name]
    if (typeof value !== 'string' || Buffer.from(value, 'base64').length !== 32) {
      throw new Error(`${file}: ${name} is not 32 bytes of base64`)
    }
  }
  return secrets as unknown as Secrets
}

function writeSecrets(file: string): void {
  const secrets = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]))
  const descriptor = openSync(`${file}.part`, 'w', 0o600)
  writeSync(descriptor, `${JSON.stringify(secrets, null, 2)}\n`)
  // On the disk before the first thing is sealed with them.
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(`${file}.part`, file)
}
