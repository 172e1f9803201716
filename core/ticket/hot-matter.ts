import type { Knowledge } from '../knowledge/types'
import { mayBeCompared } from './alike'
import { kindOf } from './access'
import { townshipOf } from './centre'
import type { Join } from './me-too'
import type { Ticket } from './types'
import { DAY, dayOf, momentOf } from './workdays'

/**
 * R-D6: what several people say about one thing at one place. Counted for each centre by itself: a township's centre
 * counts the tickets it has, the county's (and with it leaders and supervision) all of them.
 */
export interface HotMatter {
  _id: string
  version: number
  centreId: string
  categoryId: string
  townshipId: string
  /** Where most of its tickets name the same. */
  villageId?: string
  /** Oldest first; of an endless matter the newest so many. */
  tickets: HotTicket[]
  /** Of these tickets. Indexed (multikey). */
  ticketIds: string[]
  /** Who said "me too" of one of them; of very many the newest. Absent: nobody. */
  joins?: HotJoin[]
  /** People of the last 30 days, of the last 7, and of the 7 before: by the day, counted anew each night. */
  people: number
  thisWeek: number
  lastWeek: number
  /** `<13-digit rank>-<_id>`: most people and most growth last. Absent: nothing hot. */
  rankKey?: string
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}

export interface HotTicket {
  id: string
  /** Whoever reported it, as a hash: to count people, not to know them. */
  by: string
  at: Date
  villageId?: string
}

/** Somebody's "me too" (R-T3), likewise. */
export interface HotJoin {
  ticketId: string
  by: string
  at: Date
}

/** A ticket as matters are gathered from it. */
export interface Gathered extends HotTicket {
  joins: readonly HotJoin[]
  /** The centres that count it; none where it may not be counted. */
  centreIds: readonly string[]
  categoryId?: string
  townshipId?: string
}

/** What becomes of a stored matter; without `prev` it is a new one. */
export interface HotChange {
  prev?: HotMatter
  next: HotMatter
}

const PEOPLE_DAYS = 30
const WEEK_DAYS = 7
/** Below this it is somebody's matter, not a hot one. */
const LEAST_PEOPLE = 2
/** A document stays far below its limit. */
const MOST_TICKETS = 1000
const MOST_JOINS = 4000

type Looked = Pick<
  Ticket,
  | '_id'
  | 'reporter'
  | 'clock'
  | 'place'
  | 'categoryId'
  | 'proposal'
  | 'kind'
  | 'status'
  | 'confidential'
  | 'accused'
  | 'centreUnitId'
>

/** Whose it is, to count people and not to know them. */
const byOf = (personId: string, digest: (text: string) => string): string => digest(personId).slice(0, 32)

/**
 * A ticket as it counts now. Never a sensitive one, nor one about somebody (R-P5); praise is no trouble.
 *
 * @param joins who said "me too", of this ticket among others
 */
export function gathered(
  ticket: Looked,
  joins: readonly Pick<Join, 'ticketId' | 'personId' | 'sortKey'>[],
  knowledge: Knowledge,
  digest: (text: string) => string,
): Gathered {
  const { _id, reporter, clock, place, status } = ticket
  const categoryId = ticket.categoryId ?? ticket.proposal?.categoryId.value
  const counts =
    place !== undefined &&
    categoryId !== undefined &&
    mayBeCompared(ticket) &&
    kindOf(ticket) !== 'praise' &&
    status !== 'withdrawn' &&
    status !== 'notAccepted'
  const township = townshipOf(ticket, knowledge)
  return {
    id: _id,
    by: byOf(reporter?.personId ?? _id, digest),
    at: clock.submittedAt,
    joins: joins
      .filter(({ ticketId }) => ticketId === _id)
      .map(({ ticketId, personId, sortKey }) => ({
        ticketId,
        by: byOf(personId, digest),
        at: new Date(Number(sortKey.slice(0, 13))),
      })),
    ...(place?.villageId === undefined ? {} : { villageId: place.villageId }),
    centreIds: counts ? [knowledge.county.centreUnitId, ...(township === undefined ? [] : [township])] : [],
    categoryId,
    townshipId: place?.townshipId,
  }
}

/**
 * What the matters of one centre become where a ticket has moved: it joins the matter of those it is alike, opens one
 * with them, makes one of several, or leaves where it no longer belongs. What has been done already changes nothing.
 *
 * @param alike what it may be the same as, best first; of a merged ticket its main one alone
 * @param known the matters that hold it or one of these
 * @param id of a matter opened here
 */
export function gather(
  ticket: Gathered,
  alike: readonly Gathered[],
  known: readonly HotMatter[],
  { centreId, id, now }: { centreId: string; id: string; now: Date },
): HotChange[] {
  const belongs = ticket.centreIds.includes(centreId)
  const { categoryId, townshipId } = ticket
  const others = alike.filter(
    (other) =>
      belongs &&
      other.centreIds.includes(centreId) &&
      other.categoryId === categoryId &&
      mayBeOnePlace(ticket, other),
  )
  const all = [ticket, ...others]
  const [here, elsewhere] = parted(
    known.filter((matter) => matter.centreId === centreId),
    (matter) =>
      belongs &&
      matter.categoryId === categoryId &&
      matter.townshipId === townshipId &&
      all.some(({ id: ticketId }) => matter.ticketIds.includes(ticketId)),
  )
  const [first, ...absorbed] = [...here].sort(largestFirst)
  const left = elsewhere.filter(({ ticketIds }) => ticketIds.includes(ticket.id))
  const changes = left.map((prev) => ({
    prev,
    next: holding(
      prev,
      prev.tickets.filter((one) => one.id !== ticket.id),
      prev.joins ?? [],
      now,
    ),
  }))
  // One ticket that somebody said "me too" of is a matter of two people by itself.
  const isAlone = others.length === 0 && (!belongs || ticket.joins.length === 0)
  if (!first && isAlone) return changes
  const held = [...all.map(asHeld), ...absorbed.flatMap(({ tickets }) => tickets)]
  const opened = first ?? emptyMatter(id, centreId, ticket)
  const before = [opened, ...absorbed].flatMap(({ joins = [] }) => joins)
  const kept = before.filter(({ ticketId }) => !all.some((one) => one.id === ticketId))
  const joins = [...kept, ...all.flatMap((one) => one.joins)]
  const next = holding(opened, [...opened.tickets, ...held], joins, now)
  const isNew =
    next.ticketIds.some((ticketId) => !opened.ticketIds.includes(ticketId)) || !sameJoins(next, opened)
  return [
    ...(isNew ? [{ ...(first ? { prev: first } : {}), next }] : []),
    // After the one that takes them in: cut off in between, a ticket counts twice and is not lost.
    ...absorbed.map((prev) => ({ prev, next: holding(prev, [], [], now) })),
    ...changes,
  ]
}

/** Two that name different villages are two matters, however alike they are told. */
const mayBeOnePlace = (a: Gathered, b: Gathered): boolean =>
  a.villageId === undefined || b.villageId === undefined || a.villageId === b.villageId

/** Its figures as of now: people come to it by tickets, and leave it with time. */
export function countedAt(matter: HotMatter, now: Date): HotMatter {
  const { wakeAt: _woken, rankKey: _before, failures: _failed, stuckAt: _stuck, ...rest } = matter
  const peopleSince = (days: number, until: Date): number => {
    const start = startOfDay(now, days - 1)
    const all = [...matter.tickets, ...(matter.joins ?? [])]
    return new Set(all.filter(({ at }) => at >= start && at < until).map(({ by }) => by)).size
  }
  const tomorrow = startOfDay(now, -1)
  const people = peopleSince(PEOPLE_DAYS, tomorrow)
  const thisWeek = peopleSince(WEEK_DAYS, tomorrow)
  const lastWeek = peopleSince(2 * WEEK_DAYS, startOfDay(now, WEEK_DAYS - 1))
  return {
    ...rest,
    people,
    thisWeek,
    lastWeek,
    ...(people >= LEAST_PEOPLE
      ? { rankKey: rankKeyOf(matter, people + Math.max(0, thisWeek - lastWeek)) }
      : {}),
    ...(people > 0 ? { wakeAt: tomorrow } : {}),
  }
}

/** The beginning of the day so many days ago. */
const startOfDay = (now: Date, ago: number): Date => momentOf(dayOf(new Date(now.getTime() - ago * DAY)), 0)

/** Equals stand in the order of their last ticket. */
function rankKeyOf({ _id, tickets }: HotMatter, rank: number): string {
  const minutes = Math.floor(tickets[tickets.length - 1]!.at.getTime() / 60_000)
  return `${String(Math.min(rank, 99_999)).padStart(5, '0')}${String(minutes).padStart(8, '0')}-${_id}`
}

/** The matter with these tickets, each once, as it was given last, and what was said of them. */
function holding(
  matter: HotMatter,
  tickets: readonly HotTicket[],
  joins: readonly HotJoin[],
  now: Date,
): HotMatter {
  const { villageId: _village, joins: _joins, ...rest } = matter
  const once = [...new Map(tickets.map((ticket) => [ticket.id, ticket])).values()]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(-MOST_TICKETS)
  const villageId = mostNamed(once)
  const said = joins
    .filter(({ ticketId }) => once.some(({ id }) => id === ticketId))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.by < b.by ? -1 : 1))
    .slice(-MOST_JOINS)
  return countedAt(
    {
      ...rest,
      ...(villageId === undefined ? {} : { villageId }),
      tickets: once,
      ticketIds: once.map(({ id }) => id),
      ...(said.length > 0 ? { joins: said } : {}),
    },
    now,
  )
}

const sameJoins = (a: HotMatter, b: HotMatter): boolean => {
  const keysOf = ({ joins = [] }: HotMatter) => joins.map(({ ticketId, by }) => `${ticketId}.${by}`).join()
  return keysOf(a) === keysOf(b)
}

/** The village that more than half of the tickets name. */
function mostNamed(tickets: readonly HotTicket[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { villageId } of tickets)
    if (villageId !== undefined) counts.set(villageId, (counts.get(villageId) ?? 0) + 1)
  return [...counts].find(([, count]) => 2 * count > tickets.length)?.[0]
}

const asHeld = ({ id, by, at, villageId }: Gathered): HotTicket => ({
  id,
  by,
  at,
  ...(villageId === undefined ? {} : { villageId }),
})

const emptyMatter = (id: string, centreId: string, { categoryId, townshipId }: Gathered): HotMatter => ({
  _id: id,
  version: 1,
  centreId,
  categoryId: categoryId!,
  townshipId: townshipId!,
  tickets: [],
  ticketIds: [],
  people: 0,
  thisWeek: 0,
  lastWeek: 0,
})

const largestFirst = (a: HotMatter, b: HotMatter): number =>
  b.tickets.length - a.tickets.length || (a._id < b._id ? -1 : 1)

function parted<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}
