import type { HotTicketView } from '@core/contracts/ticket/hot-matter'
import type { HotMatterDetail, HotMatterView } from '@core/contracts/ticket/hot-matters'
import { AppError } from '@core/errors'
import { placeName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import type { Actor } from '@core/people/types'
import { canRead } from '@core/ticket/access'
import { mayBeCompared } from '@core/ticket/alike'
import { availableCommands } from '@core/ticket/commands'
import { isTerminal } from '@core/ticket/edges'
import type { HotMatter } from '@core/ticket/hot-matter'
import { keyOf } from '@core/ticket/settle'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import { presentAmong } from './assigned.service'
import * as hot from './hot.repository'
import { cardOf } from './ticket.mapper'
import * as repository from './ticket.repository'

const PAGE = 20

/** R-D6: the hottest of the reader's centre. One request. */
export const hotMatters: Handler<'ticket.hotMatters'> = async ({ actor }, { cursor }) => {
  const knowledge = await currentKnowledge()
  const found = await hot.hottest(centreOf(actor, knowledge), cursor, PAGE + 1)
  const page = found.slice(0, PAGE)
  const next = found.length > PAGE ? page[PAGE - 1]!.rankKey : undefined
  return {
    items: page.map((matter) => viewOf(matter, knowledge)),
    ...(next === undefined ? {} : { next }),
  }
}

/**
 * R-D6: one of them with a page of its tickets. At most three requests.
 *
 * @throws AppError NOT_FOUND, also for a matter of another centre's list (R-P6)
 */
export const hotMatter: Handler<'ticket.hotMatter'> = async (ctx, { matterId, cursor }) => {
  const knowledge = await currentKnowledge()
  const matter = await hot.load(matterId)
  const isTheirs = matter?.centreId === centreOf(ctx.actor, knowledge) && matter.tickets.length > 0
  if (!matter || !isTheirs) throw new AppError('NOT_FOUND')
  const keys = matter.tickets.map(({ at, id }) => keyOf(at, id)).reverse()
  const left = cursor === undefined ? keys : keys.filter((key) => key < cursor)
  const page = left.slice(0, PAGE)
  return {
    matter: detailOf(matter, knowledge),
    items: await ticketsOf(ctx, page, knowledge),
    ...(left.length > PAGE ? { next: page[PAGE - 1]! } : {}),
  }
}

/** Asked anew what each is to this reader: since it was counted it may have become confidential (R-P5). */
async function ticketsOf(
  { actor, now }: Context,
  keys: readonly string[],
  knowledge: Knowledge,
): Promise<HotTicketView[]> {
  const found = await repository.withIds(keys.map((key) => key.slice(key.indexOf('-') + 1)))
  const readable = found.filter((ticket) => mayBeCompared(ticket) && canRead(ticket, actor, knowledge))
  const present = await presentAmong(readable)
  return readable.map((ticket) => {
    const whole = { ...ticket, events: [], outbox: [] }
    const commands = availableCommands(whole, actor, { now, knowledge })
    return {
      ...cardOf(ticket, { actor, knowledge, now, present }),
      open: !isTerminal(ticket.status),
      mayMerge: commands.includes('ticket.merge'),
    }
  })
}

/** Whose list somebody reads: an operator that of their centre, everybody else the county's. */
const centreOf = ({ role, unitId }: Actor, { county }: Knowledge): string =>
  role === 'operator' && unitId !== undefined ? unitId : county.centreUnitId

function viewOf(matter: hot.ListedMatter, knowledge: Knowledge): HotMatterView {
  const { _id, categoryId, people, thisWeek, lastWeek } = matter
  const category = knowledge.categories.find(({ id }) => id === categoryId)
  return {
    id: _id,
    category: category?.name ?? categoryId,
    place: placeName(knowledge, matter),
    people,
    thisWeek,
    lastWeek,
  }
}

function detailOf(matter: HotMatter, knowledge: Knowledge): HotMatterDetail {
  const { tickets } = matter
  return {
    ...viewOf(matter, knowledge),
    tickets: tickets.length,
    first: tickets[0]!.at.getTime(),
    last: tickets[tickets.length - 1]!.at.getTime(),
  }
}
