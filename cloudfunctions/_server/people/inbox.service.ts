import type { Handler } from '../runtime/context'
import * as repository from './inbox.repository'
import { changePerson } from './people.service'

const PAGE = 20

/** The in-app inbox that always works (R-N1), newest first. Reading a page marks it, and what is older, as read. */
export const inbox: Handler<'people.inbox'> = async (ctx, { cursor }) => {
  const { person } = ctx
  const found = await repository.page(person._id, cursor, PAGE + 1)
  const items = found.slice(0, PAGE)
  const readTo = person.inboxReadTo ?? ''
  const newest = items[0]?.sortKey ?? ''
  if (newest > readTo) {
    await changePerson(ctx, (before) =>
      newest > (before.inboxReadTo ?? '') ? { ...before, inboxReadTo: newest } : before,
    )
  }
  return {
    items: items.map(({ _id, sortKey, at, title, words, ticketId, bookingId, joinedId }) => ({
      id: _id,
      at: at.getTime(),
      title,
      words,
      read: sortKey <= readTo,
      ...(ticketId === undefined ? {} : { ticketId }),
      ...(bookingId === undefined ? {} : { bookingId }),
      ...(joinedId === undefined ? {} : { joined: true as const }),
    })),
    ...(found.length > PAGE ? { next: items[PAGE - 1]!.sortKey } : {}),
  }
}
