import { AppError } from '@core/errors'
import { walkInSlot } from '@core/reception'
import type { Handler } from '../runtime/context'
import { make } from './book.service'
import { planOf } from './days.repository'
import { centreOf } from './hosts.service'
import { entered } from './visitor.service'

/**
 * R-A5, R-A7: what is free after the cut-off goes to who walks in, by the same claim as every other seat.
 * @throws AppError RULE_REFUSED before the cut-off or when the slot is over; SLOT_TAKEN, ALREADY_BOOKED
 */
export const walkIn: Handler<'reception.walkIn'> = async (
  ctx,
  { dayId, slotId, topic, words, people, visitor },
) => {
  const plan = await planOf(dayId)
  if (plan?.centreId !== centreOf(ctx.actor)) throw new AppError('NOT_FOUND')
  const slot = walkInSlot(plan, slotId, ctx.now)
  return make(ctx, await entered(ctx, visitor, 'walkIn'), { topic, words, people }, plan, slot)
}
