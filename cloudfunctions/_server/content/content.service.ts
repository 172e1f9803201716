import { maskNumbers } from '@core/privacy'
import type { Ticket } from '@core/ticket/types'
import type { Context } from '../runtime/context'
import * as repository from './content.repository'

/**
 * R-X1: has the words this request added checked, where the reporter wrote them. The verdict is kept beside the ticket
 * and holds publication; the ticket goes on whatever it says, and without one it counts as unknown.
 */
export async function checkWords(ctx: Context, ticket: Ticket): Promise<void> {
  const { actor, now, request, wechat, log } = ctx
  const event = ticket.events.find(({ key }) => key === request.key)
  const words = event?.body?.words
  // WeChat answers only for people it has seen lately: the one who is calling.
  if (!event || words === undefined || actor.id !== ticket.reporter?.personId) return
  await ctx.asNotices(async () => {
    try {
      const verdict = await wechat.checkWords(maskNumbers(words), actor.id)
      await repository.add({ _id: `${ticket._id}.${event.seq}`, at: now, verdict })
    } catch (error) {
      log.error('the words were not checked', error)
    }
  })
}
