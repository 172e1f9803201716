import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isReserved } from './functions/environment'

/** Beside the data while a cloud runs on them: how a command on this machine reaches it as administrator. */
export const ADMIN_FILE = 'admin.json'

/** Leaves the way in for the owner of the folder; answers how to take it away. No secret of the functions is in it. */
export function leaveAdminFile(dataDir: string, environment: Readonly<Record<string, string>>): () => void {
  const file = join(dataDir, ADMIN_FILE)
  const own = Object.fromEntries(Object.entries(environment).filter(([name]) => isReserved(name)))
  writeFileSync(file, JSON.stringify(own), { mode: 0o600 })
  // The mode above counts for a new file only; one may have been left by a cloud that was cut off.
  chmodSync(file, 0o600)
  return () => rmSync(file, { force: true })
}

/** The variables with which the SDK reaches the cloud on this folder; undefined where none has been running. */
export function readAdminFile(dataDir: string): Record<string, string> | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, ADMIN_FILE), 'utf8')) as Record<string, string>
  } catch {
    return undefined
  }
}
