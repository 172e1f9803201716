import type { SimilarTicket } from '@core/contracts/ticket/similar'
import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import { may } from '@core/people/permissions'
import type { Proposal } from '@core/routing'
import { alikeFirst, type Alike } from '@core/routing/duplicates'
import { canRead, relationTo } from '@core/ticket/access'
import { isSureEnough } from '@core/ticket/decisions/auto-dispatch'
import { keysAmong, matterOf, mayBeCompared } from '@core/ticket/alike'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import type { Handler } from '../runtime/context'
import { presentAmong } from './assigned.service'
import { readTicket } from './read.service'
import { cardOf, type Reading } from './ticket.mapper'
import * as repository from './ticket.repository'

const DAY = 86_400_000
/** R-D5: further back it is another occurrence; what was done before is looked for through a year. */
const OPEN_DAYS = 30
const PAST_DAYS = 365
/** Of all that share a key, the newest so many are compared. */
const COMPARED = 60

type Looking = Pick<Ticket, 'words' | 'place' | 'categoryId' | 'proposal'>

/** Open tickets that may be about the same matter, best first (R-D5). One request; none where there is no place. */
const duplicatesOf = (ticket: Looking, now: Date): Promise<Alike<repository.ListedTicket>[]> =>
  alikeAmong(ticket, 'open', now, OPEN_DAYS)

/** R-D4: asked only where the proposal would else go out without an operator; a sensitive one never does. */
export async function isPossiblyDuplicate(
  submission: Pick<Ticket, 'words' | 'place' | 'confidential'>,
  proposal: Proposal,
  now: Date,
  knowledge: Knowledge,
): Promise<boolean> {
  if (submission.confidential || !isSureEnough(proposal, knowledge)) return false
  return (await duplicatesOf({ ...submission, proposal }, now)).length > 0
}

/** Of all that these tickets may be the same as, the newest so many are compared. */
const COMPARED_WITH_ALL = 300

/**
 * R-D5: the ids of those that may be about the same matter as an open ticket this reader knows of, or as each other.
 * One request for all of them.
 */
export async function possiblyDuplicateAmong(
  tickets: readonly repository.ListedTicket[],
  { actor, knowledge, now }: Reading,
): Promise<ReadonlySet<string>> {
  const looked = tickets
    .filter(mayBeCompared)
    .map((ticket) => ({ ticket, keys: new Set(keysAmong(ticket, 'open')) }))
  const keys = new Set(looked.flatMap((each) => [...each.keys]))
  if (keys.size === 0) return new Set()
  const met = await repository.sharing([...keys], sinceKey(now, OPEN_DAYS), COMPARED_WITH_ALL)
  const known = met.filter((other) => mayBeCompared(other) && canRead(other, actor, knowledge))
  const hasLike = ({ ticket, keys: own }: (typeof looked)[number]): boolean => {
    const near = known.filter(
      ({ _id, likeKeys = [] }) => _id !== ticket._id && likeKeys.some((key) => own.has(key)),
    )
    return alikeFirst(matterOf(ticket), near.map(matterOf)).length > 0
  }
  return new Set(looked.filter(hasLike).map(({ ticket }) => ticket._id))
}

const sinceKey = (now: Date, days: number): string => String(now.getTime() - days * DAY).padStart(13, '0')

async function alikeAmong(
  ticket: Looking,
  among: 'open' | 'closed',
  now: Date,
  days: number,
): Promise<Alike<repository.ListedTicket>[]> {
  const keys = keysAmong(ticket, among)
  if (keys.length === 0) return []
  const met = await repository.sharing(keys, sinceKey(now, days), COMPARED)
  const matters = met.map((other) => ({ ...matterOf(other), other }))
  return alikeFirst(matterOf(ticket), matters).map(({ matter, ...rest }) => ({
    ...rest,
    matter: matter.other,
  }))
}

/** Beside a ticket: what may be the same, and what was done about the like before. At most four requests. */
export const similar: Handler<'ticket.similar'> = async (ctx, { ticketId }) => {
  const knowledge = await currentKnowledge()
  const ticket = await readTicket(ctx, ticketId, knowledge)
  const relation = relationTo(ticket, ctx.actor, knowledge)
  if (!may('ticket.similar', ctx.actor.role, relation)) throw new AppError('FORBIDDEN')
  if (!mayBeCompared(ticket)) return { open: [], past: [] }
  const [open, past] = await Promise.all([
    duplicatesOf(ticket, ctx.now),
    alikeAmong(ticket, 'closed', ctx.now, PAST_DAYS),
  ])
  const present = await presentAmong([...open, ...past].map(({ matter }) => matter))
  const reading = { actor: ctx.actor, knowledge, now: ctx.now, present }
  return { open: shown(ticket, open, reading), past: shown(ticket, past, reading) }
}

function shown(
  { _id }: Ticket,
  found: readonly Alike<repository.ListedTicket>[],
  reading: Reading,
): SimilarTicket[] {
  return found
    .filter(
      ({ matter }) =>
        matter._id !== _id && mayBeCompared(matter) && canRead(matter, reading.actor, reading.knowledge),
    )
    .map(({ matter, why }) => {
      const done = matter.results[matter.results.length - 1]?.done
      return { card: cardOf(matter, reading), why, ...(done === undefined ? {} : { done }) }
    })
}
