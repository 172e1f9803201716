import { useState } from 'react'
import { backward, FIRST_PAGE, forward, type Trail } from './queue'

export interface Paging {
  /** 1 = the first. */
  pageNumber: number
  forward?(): void
  backward?(): void
}

/**
 * Pages of a list that is read by key. Another list (`key`) is at its first page at once, without a request for a
 * page of the old one.
 */
export function usePaging(key: string): { cursor?: string; paging(next: string | undefined): Paging } {
  const [at, setAt] = useState<{ key: string; trail: Trail }>({ key, trail: FIRST_PAGE })
  const trail = at.key === key ? at.trail : FIRST_PAGE
  return {
    cursor: trail[trail.length - 1],
    paging: (next) => ({
      pageNumber: trail.length,
      forward: next === undefined ? undefined : () => setAt({ key, trail: forward(trail, next) }),
      backward: trail.length > 1 ? () => setAt({ key, trail: backward(trail) }) : undefined,
    }),
  }
}
