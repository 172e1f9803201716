import { readClock } from '../platform/clock'

const FRESH_MS = 60_000

/** Of this instance; see `knowledge.repository` for why values and not promises. Only what everybody is shown anyway. */
const kept = new Map<string, { value: unknown; at: number }>()

/** What a page without login shows, made at most once a minute: everybody's home page asks for it. */
export async function onceAMinute<T>(name: string, make: () => Promise<T>): Promise<T> {
  const now = readClock().getTime()
  const found = kept.get(name)
  if (found && Math.abs(now - found.at) < FRESH_MS) return found.value as T
  const value = await make()
  kept.set(name, { value, at: now })
  return value
}
