import type { Knowledge } from '@core/knowledge/types'
import { BLOCK_SIZE, claim, load, open } from './numbers.repository'

/**
 * R-T4: numbers people can read out, `LH20261122-0007`, unique under any concurrency. A number is decided by reading
 * where the claim stands, never by whether the claim was the one that changed something: a retry finds its own.
 */

/** Up to 100 blocks, 50,000 submissions a day. */
const MOST_BLOCKS = 100
/** A block is made once; after that every claim finds it. */
const TRIES = 3

/**
 * Where this instance last found room, by day: a hint that saves two requests a full block. Nothing personal.
 */
const roomAt = new Map<string, number>()

/**
 * The number of this ticket for a day (`YYYY-MM-DD`): a new one, or the one it has. Two requests.
 * A retry that finds the block of its first try full and left behind takes a second number; the ticket keeps the one it
 * was stored with, so that only leaves a gap.
 */
export async function numberFor(ticketId: string, day: string, { county }: Knowledge): Promise<string> {
  const prefix = prefixOf(county.code, day)
  for (let block = roomAt.get(prefix) ?? 0; block < MOST_BLOCKS; block++) {
    const index = await placeIn(`${prefix}.${block}`, ticketId)
    if (index < 0) continue
    remember(prefix, block)
    return `${prefix}-${String(block * BLOCK_SIZE + index + 1).padStart(4, '0')}`
  }
  throw new Error(`the numbers of ${prefix} are used up`)
}

/** Makes the first block of a day, so that its first submission need not. */
export async function openNumbers(day: string, { county }: Knowledge): Promise<void> {
  const id = `${prefixOf(county.code, day)}.0`
  if (!(await load(id))) await open(id, [])
}

/** The place of the ticket in a block; -1 when the block is full without it. */
async function placeIn(id: string, ticketId: string): Promise<number> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    await claim(id, ticketId)
    const block = await load(id)
    if (block) {
      const index = block.claims.indexOf(ticketId)
      if (index >= 0) return index
      if (block.claims.length >= BLOCK_SIZE) return -1
      // It was made between the claim and the read: claim again.
    } else if (await open(id, [ticketId])) return 0
  }
  throw new Error(`no place could be claimed in ${id}`)
}

const prefixOf = (code: string, day: string): string => code + day.replace(/-/g, '')

function remember(prefix: string, block: number): void {
  for (const other of roomAt.keys()) if (other !== prefix) roomAt.delete(other)
  roomAt.set(prefix, block)
}
