import { alikeFirst, type Alike } from '@core/routing/duplicates'
import { keysAmong, matterOf, type Among } from '@core/ticket/alike'
import type { Ticket } from '@core/ticket/types'
import * as repository from './ticket.repository'

/** Of all that share a key, the newest so many are compared. */
const COMPARED = 60

/** What is looked for: a ticket, or what is about to become one. */
export type Looking = Pick<Ticket, 'words' | 'place' | 'categoryId' | 'proposal'> & { _id?: string }

/**
 * R-D5: the tickets of these lists, submitted between two moments, that may be about the same matter, best first. One
 * request by the index `alike`; none where there is no place.
 */
export async function alikeTo(
  ticket: Looking,
  among: readonly Among[],
  { after, before }: { after: number; before?: number },
): Promise<Alike<repository.ListedTicket>[]> {
  const keys = among.flatMap((list) => keysAmong(ticket, list))
  if (keys.length === 0) return []
  const between = { after: keyAt(after), before: before === undefined ? END : keyAt(before) }
  const met = (await repository.sharing(keys, between, COMPARED)).filter(({ _id }) => _id !== ticket._id)
  const matters = met.map((other) => ({ ...matterOf(other), other }))
  return alikeFirst(matterOf(ticket), matters).map(({ matter, ...rest }) => ({
    ...rest,
    matter: matter.other,
  }))
}

/** Of all that several tickets may be the same as, the newest so many are compared. */
const COMPARED_WITH_ALL = 300

/**
 * R-D5: the ids of those that have an open ticket like them, submitted after this moment, that `counts`. One request for
 * all of them; the same index and the same judgement as for one.
 */
export async function havingAlike(
  tickets: readonly repository.ListedTicket[],
  after: number,
  counts: (other: repository.ListedTicket) => boolean,
): Promise<ReadonlySet<string>> {
  const looked = tickets.map((ticket) => ({ ticket, own: new Set(keysAmong(ticket, 'open')) }))
  const keys = new Set(looked.flatMap(({ own }) => [...own]))
  if (keys.size === 0) return new Set()
  const between = { after: keyAt(after), before: END }
  const known = (await repository.sharing([...keys], between, COMPARED_WITH_ALL)).filter(counts)
  const found = looked.filter(({ ticket, own }) => {
    const near = known.filter(
      ({ _id, likeKeys = [] }) => _id !== ticket._id && likeKeys.some((key) => own.has(key)),
    )
    return alikeFirst(matterOf(ticket), near.map(matterOf)).length > 0
  })
  return new Set(found.map(({ ticket }) => ticket._id))
}

/** Above the key of every ticket yet to come. */
const END = '9'

/** Sorts before every key of that moment. */
const keyAt = (ms: number): string => String(ms).padStart(13, '0')
