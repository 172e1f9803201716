import type { Knowledge } from '@core/knowledge/types'
import { readClock } from '../platform/clock'
import { get } from '../platform/database'

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
  const document = await get<Knowledge & { _id: string }>('knowledge', 'current')
  if (!document) throw new Error('knowledge/current has not been published')
  kept = { knowledge: document, at: now }
  return document
}
