const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A name for one intent of this person, 24 letters and digits. It need not be secret (the cloud binds it to the
 * person), only never repeat; phones have no `crypto`.
 */
export function newRequestId(): string {
  let id = ''
  while (id.length < 24) id += ALPHABET[Math.floor(Math.random() * ALPHABET.length)]
  return id
}
