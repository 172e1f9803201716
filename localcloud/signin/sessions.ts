import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

import { DOOR_LIMITS } from '../limits'

interface Session {
  person: string
  endsAt: number
}

/**
 * Sign-ins of the H5 door. The file in the data folder keeps only hashes, so that a copy of the folder signs
 * nobody in; they outlive a restart and end after 30 days.
 */
export class Sessions {
  private readonly sessions: Map<string, Session>

  constructor(
    private readonly file: string,
    private readonly now: () => Date,
  ) {
    this.sessions = new Map(existsSync(file) ? Object.entries(readSessions(file)) : [])
  }

  /** Signs a person in; the token is not kept and cannot be shown again. */
  open(person: string): string {
    const token = randomBytes(32).toString('base64url')
    const now = this.now().getTime()
    for (const [hash, { endsAt }] of this.sessions) if (endsAt <= now) this.sessions.delete(hash)
    while (this.sessions.size >= DOOR_LIMITS.maxSessions) {
      this.sessions.delete(this.sessions.keys().next().value!)
    }
    this.sessions.set(hashOf(token), { person, endsAt: now + DOOR_LIMITS.sessionMs })
    writeFileSync(`${this.file}.part`, JSON.stringify(Object.fromEntries(this.sessions)), { mode: 0o600 })
    renameSync(`${this.file}.part`, this.file)
    return token
  }

  /** Who the token signs in, or null. */
  personOf(token: string): string | null {
    const session = this.sessions.get(hashOf(token))
    return session && session.endsAt > this.now().getTime() ? session.person : null
  }
}

function readSessions(file: string): Record<string, Session> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Session>
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
