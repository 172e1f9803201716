import { pause } from '../platform/clock'
import { sha256 } from '../platform/crypto'
import * as files from '../platform/files'
import { inputHash, randomId, requestKey } from '../platform/ids'
import { asNotices } from '../platform/meter'
import * as wechat from '../platform/openapi'
import type { CallContext, Log } from './context'
import { vault } from './vault'

/** What one call is. */
export interface Call {
  /** Empty where nobody is signed in. */
  personId: string
  action: string
  input: unknown
  requestId: string
  now: Date
  log: Log
}

/** Puts the platform into the hands of one call's services. */
export function contextFor({ personId, action, input, requestId, now, log }: Call): CallContext {
  const key = requestKey(personId, requestId)
  const request = { id: requestId, action, key, inputHash: inputHash(action, input) }
  return { now, request, vault, files, wechat, random: randomId, sha256, pause, asNotices, log }
}
