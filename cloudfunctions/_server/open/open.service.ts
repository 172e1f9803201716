import type { DirectoryView } from '@core/contracts/open/directory'
import { placeName, unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import { isSensitive } from '@core/ticket/access'
import { dayOf, momentOf } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import type { CallContext, Handler } from '../runtime/context'
import { closedTickets, type ClosedTicket } from '../ticket'
import { onceAMinute } from './public.repository'

/** Pages without login (R-G1): nothing personal, nothing that could lead to a person. */

/** Closed tickets the satisfaction of a month looks at, the newest. */
const MOST_COUNTED = 300
const ITEMS_SHOWN = 10
/** R-S7: a share of fewer says nothing about the work and may say something about a person. */
const LEAST_RATINGS = 5

type Handle<A extends 'open.directory' | 'open.recent'> = Handler<A, CallContext>

/** Public lists that forms need: places, categories, units, leaders. */
export const directory: Handle<'open.directory'> = async () => {
  const { version, county, units, categories, leaders } = await currentKnowledge()
  const { code, name, phone } = county
  const below = (id: string) => units.filter(({ parentId, level }) => parentId === id && level === 'village')
  const view: DirectoryView = {
    version,
    county: { code, name, phone },
    townships: units
      .filter(({ level }) => level === 'township')
      .map((unit) => ({ id: unit.id, name: unit.shortName, villages: below(unit.id).map(idAndName) })),
    categories: categories.map(({ id, name, parentId }) => ({
      id,
      name,
      ...(parentId === undefined ? {} : { parentId }),
    })),
    units: units.map(({ id, name, level, parentId, phone }) => ({
      id,
      name,
      level,
      ...(parentId === undefined ? {} : { parentId }),
      ...(phone === undefined ? {} : { phone }),
    })),
    leaders: [...leaders]
      .sort((a, b) => a.order - b.order)
      .map(({ personId, name, post }) => ({ id: personId, name, post })),
  }
  return view
}

const idAndName = ({ id, name }: { id: string; name: string }) => ({ id, name })

/** This month's work: how many were closed, how many were satisfied, and the last ones by category and place. */
export const recent: Handle<'open.recent'> = ({ now }) => onceAMinute('recent', () => figuresOf(now))

async function figuresOf(now: Date) {
  const knowledge = await currentKnowledge()
  const monthStart = momentOf(`${dayOf(now).slice(0, 7)}-01`, 0)
  const { total, tickets } = await closedTickets(monthStart, MOST_COUNTED)
  const satisfaction = satisfactionOf(tickets)
  return {
    closedThisMonth: total,
    ...(satisfaction === undefined ? {} : { satisfaction }),
    items: tickets
      .filter(isPublic)
      .slice(0, ITEMS_SHOWN)
      .map((ticket) => itemOf(ticket, knowledge)),
  }
}

/** R-P5, R-T3: no tip-off, nothing confidential, nothing that accuses somebody. */
const isPublic = (ticket: ClosedTicket): boolean =>
  !isSensitive(ticket) && ticket.accused.unitIds.length === 0 && ticket.accused.personIds.length === 0

function itemOf({ categoryId, place, leadUnitId, closedAt }: ClosedTicket, knowledge: Knowledge) {
  const category = knowledge.categories.find(({ id }) => id === categoryId)
  return {
    category: category?.name ?? '其他',
    place: place ? placeName(knowledge, place) : knowledge.county.name,
    unit: unitName(knowledge, leadUnitId ?? knowledge.county.centreUnitId),
    // The day, not the moment: who knows when it was closed may know whose it was.
    closedAt: momentOf(dayOf(closedAt!), 0).getTime(),
  }
}

/** R-S7: (满意 + 基本满意) / (满意 + 基本满意 + 不满意) on the result of the last round; 不予评价 does not count. */
function satisfactionOf(tickets: readonly ClosedTicket[]): number | undefined {
  const last = tickets.flatMap(({ ratings, round }) =>
    ratings.filter((rating) => rating.round === round).map(({ result }) => result),
  )
  const counted = last.filter((result) => result !== 'noComment')
  if (counted.length < LEAST_RATINGS) return undefined
  return counted.filter((result) => result !== 'dissatisfied').length / counted.length
}

/** R-A2, R-G3: what is public of receptions is theirs to tell. */
export { keeping, schedule, screen } from '../reception'
