import type { Knowledge } from '@core/knowledge/types'
import { readClock } from '../platform/clock'
import { get, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

export type Published = Knowledge & { _id: string }

/** What is published reaches every instance within this time. */
const FRESH_MS = 60_000

/**
 * Of this instance. The value, not a promise of it: a promise shared between calls would run one person's request in
 * the name of another. Nothing personal is ever kept like this.
 */
let kept: { knowledge: Knowledge; at: number } | undefined

/** The published knowledge, at most a minute old. @throws Error when none has been published */
export async function current(): Promise<Knowledge> {
  const now = readClock().getTime()
  // Math.abs: a clock set back must not make it fresh for ever.
  if (kept && Math.abs(now - kept.at) < FRESH_MS) return kept.knowledge
  const document = await load()
  kept = { knowledge: document, at: now }
  return document
}

/** What is published now. @throws Error when nothing has been */
export async function load(): Promise<Published> {
  const document = await get<Published>('knowledge', 'current')
  if (!document) throw new Error('knowledge/current has not been published')
  return document
}

/** False: somebody else published in between. What it publishes counts for this instance at once. */
export async function commit(prev: Published, next: Published): Promise<boolean> {
  const isStored = await updateOne('knowledge', 'current', { version: prev.version }, patchOf(prev, next))
  if (isStored) kept = { knowledge: { ...next, version: prev.version + 1 }, at: readClock().getTime() }
  return isStored
}
