import type { Sealed } from '@core/people/types'
import { keyedHash, sameSignature, seal, unseal } from '../platform/crypto'
import type { Vault } from './context'

/** Sealing for services, which may not know the keys. */
export const vault: Vault = {
  seal: (plain) => seal(plain) as Sealed,
  open: (sealed) => (sealed === undefined ? undefined : (unseal(sealed) ?? undefined)),
  phoneHash: (phone) => keyedHash('phone', phone),
  sign: keyedHash,
  verify: (purpose, text, signature) => sameSignature(keyedHash(purpose, text), signature),
}
