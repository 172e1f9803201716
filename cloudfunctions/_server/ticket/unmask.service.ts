import { personalNumbersOf } from '@core/privacy'
import { record } from '../audit'
import type { Handler } from '../runtime/context'
import { changeTicket } from './command.service'

/**
 * R-P4: name and phone of the reporter for a stated purpose. The ticket gets its event and the audit its entry (R-X6)
 * before anything is told.
 */
export const unmask: Handler<'ticket.unmask'> = async (ctx, { ticketId, purpose }) => {
  const { vault } = ctx
  const { reporter, words } = await changeTicket(ctx, { ticketId, purpose })
  await record(ctx, 'ticket.unmask', { ticketId, purpose })
  const name = vault.open(reporter?.name)
  const phone = vault.open(reporter?.phone)
  const numbers = personalNumbersOf(words).filter((number) => number !== phone)
  return {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(numbers.length > 0 ? { numbers } : {}),
  }
}
