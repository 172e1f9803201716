/** Secrets set on the functions in the console; a function without them refuses to work rather than work unprotected. */
const KEY_BYTES = 32

/** Key of AES-256-GCM for data at rest (R-X3): `MINSHENG_SECRET_ENC`, 32 bytes in base64. */
export const encryptionKey = (): Buffer => read('MINSHENG_SECRET_ENC')

/** Key of the hashes by which sealed data is found, and of signatures: `MINSHENG_SECRET_HMAC`, 32 bytes in base64. */
export const hashKey = (): Buffer => read('MINSHENG_SECRET_HMAC')

function read(name: string): Buffer {
  const key = Buffer.from(process.env[name] ?? '', 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`${name} must be set to ${KEY_BYTES} bytes in base64`)
  return key
}
