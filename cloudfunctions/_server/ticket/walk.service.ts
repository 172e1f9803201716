import { putOff, triedAgain, without, type Standing } from '@core/ticket/waiting'
import type { Ticket } from '@core/ticket/types'
import type { TimerContext } from '../runtime/context'

type Walked = Pick<Ticket, '_id' | 'headKey'>

/** How far a walk came. */
export interface Walk {
  standing: Standing
  /** It came to the end, and neither time nor another run stopped it. */
  whole: boolean
  /** There was nothing to do. */
  idle: boolean
}

/**
 * One stretch of a walk: those that moved, in their order, then whoever else has to be looked at, and those whose turn it
 * is again. One that cannot be taken is logged and put off, and the next one is taken: no ticket stops the others.
 *
 * @param others ids to be looked at besides
 * @param load the tickets with these ids
 * @param take false: another run of the clock writes too; the walk ends before this one
 */
export async function walk<T extends Walked>(
  ctx: TimerContext,
  { upTo, waiting = [] }: Standing,
  { moved, others = [] }: { moved: readonly T[]; others?: readonly string[] },
  load: (ids: readonly string[]) => Promise<T[]>,
  take: (ticket: T) => Promise<boolean>,
): Promise<Walk> {
  const again = triedAgain(waiting, ctx.now)
  const wanted = [...new Set([...others, ...again])].filter((id) => !moved.some(({ _id }) => _id === id))
  const besides = wanted.length > 0 ? await load(wanted) : []
  const isGone = (id: string) => wanted.includes(id) && !besides.some(({ _id }) => _id === id)
  let left = waiting.filter(({ id }) => !isGone(id))
  let last = upTo
  const stood = (whole: boolean): Walk => ({
    standing: { upTo: last, ...(left.length > 0 ? { waiting: left } : {}) },
    whole,
    idle: moved.length === 0 && wanted.length === 0,
  })
  for (const [index, ticket] of [...moved, ...besides].entries()) {
    if (!ctx.hasTime()) return stood(false)
    try {
      if (!(await take(ticket))) return stood(false)
      left = without(left, ticket._id)
    } catch (error) {
      ctx.log.error(`tickets/${ticket._id} could not be taken; it is tried again`, error)
      left = putOff(left, ticket._id, ctx.now)
    }
    if (index < moved.length) last = ticket.headKey
  }
  return stood(true)
}
