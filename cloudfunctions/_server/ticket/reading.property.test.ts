import fc from 'fast-check'
import { AppError } from '@core/errors'
import { isAccusedUnit } from '@core/knowledge'
import type { ActingParty, Actor } from '@core/people/types'
import {
  canRead,
  isSensitive,
  visibleFields,
  visibleRatings,
  visibleOrders,
  visibleResults,
} from '@core/ticket/access'
import { listKeys, todoKeys } from '@core/ticket/audience'
import { decide } from '@core/ticket/decide'
import { county } from '@core/ticket/testing/county'
import { elapse, envAt, make, type Made } from '@core/ticket/testing/drive'
import { keysOfList } from '@core/ticket/lists'
import { choose, start, stepsOf, type Step } from '@core/ticket/testing/history'
import { inputFor } from '@core/ticket/testing/inputs'
import { everybody, people } from '@core/ticket/testing/people'
import { describeEvent } from '@core/ticket/timeline'
import type { Ticket } from '@core/ticket/types'
import { dayOf, MINUTE, momentOf } from '@core/ticket/workdays'
import { mayBeTold } from '../notices/audience'
import type { Vault } from '../runtime/context'
import { exceptFor } from './list.service'
import type { Shown } from './parts.mapper'
import { readableText } from './search.service'
import { cardOf } from './ticket.mapper'
import { ticketView } from './view.mapper'

/**
 * R-P5 as a property, over random histories. Two tickets live the same life and differ in the reporter alone: who it
 * is, when of the day they wrote, where, in what words, with which photos, by which way. Whatever a unit's people read
 * of a sensitive ticket is the same of both; the accused read of either what they read where there is none: nothing.
 */
const unitPeople = everybody.filter(({ role }) => role === 'handler' || role === 'unitHead')
/** Stands in everything the reporter said or sent; no unit may ever read it of a sensitive ticket. */
const MARK = '反映人原话'
const vault = { open: (sealed: unknown) => sealed } as unknown as Vault

/** All that the functions answer this reader about this ticket: list, counts, search, view, notices, docket. */
function readingOf(ticket: Ticket, actor: Actor, now: Date) {
  const reading = { actor, knowledge: county, now, present: new Set<string>() }
  const isListed = (keys: string[], of: string[]) =>
    keys.some((key) => of.includes(key)) &&
    !exceptFor(actor, county).some((unitId) => ticket.accused.unitIds.includes(unitId))
  const lines = ticket.events.flatMap((event) => {
    const line = describeEvent(event, ticket, actor, county)
    return line ? [{ event, line }] : []
  })
  const shown: Shown = {
    ...reading,
    ticket,
    fields: visibleFields(ticket, actor, county),
    photos: (keys) => keys.map((photo) => ({ photo, url: photo })),
    joined: [],
    joiners: [],
  }
  const results = visibleResults(ticket, actor, county)
  const orders = visibleOrders(ticket, actor, county).map((order) => ({ order }))
  const told = ticket.outbox.filter(
    ({ to }) =>
      (to === `person:${actor.id}` || listKeys(actor).includes(to)) &&
      mayBeTold({ _id: actor.id, staff: staffOf(actor) }, ticket, county),
  )
  const mayRead = canRead(ticket, actor, county)
  const listed = isListed(listKeys(actor), ticket.audience)
  return {
    listed,
    waiting: isListed(todoKeys(actor), ticket.waitsFor),
    standing: LISTS.filter((list) => isListed(keysOfList(list, actor), ticket.lists)),
    ...(listed && { order: [ticket.sortKey, ticket.dueKey] }),
    ...(mayRead && {
      card: cardOf(ticket, reading),
      view: withoutPlaces(ticketView(shown, { results, lines, orders }, vault)),
      found: readableText(ticket, actor, county),
      ratings: visibleRatings(ticket, actor, county),
    }),
    told: told.map(({ title, words, urgent }) => [title, words, urgent]),
  }
}

const LISTS = ['returned', 'orders'] as const

const staffOf = ({ role, unitId, homeUnitId, name = '' }: Actor) => ({
  role: role as 'handler',
  unitId: unitId!,
  ...(homeUnitId && { homeUnitId }),
  name,
  active: true,
})

/** The place of a line among all events is the paging's, not the reader's. */
const withoutPlaces = (view: ReturnType<typeof ticketView>) => ({
  ...view,
  timeline: view.timeline.map(({ seq: _seq, ...item }) => item),
})

const swap = new Map([
  [people.reporter.id, people.stranger as Actor],
  [people.stranger.id, people.reporter as Actor],
])
const other = (actor: ActingParty): ActingParty => swap.get(actor.id) ?? actor

/** The same matter in the same village, told by somebody else, from another house, in other words, earlier that day. */
function twinsOf(made: Made, minutes: number): [Made, Made] {
  const { at, channel, actor, submission, proposal } = made
  // R-D7: an urgent matter's minutes count from its alert, day and night: its moment is known to whoever has to be there.
  const earlier = proposal?.urgent?.value
    ? at!
    : new Date(Math.max(at!.getTime() - minutes * MINUTE, momentOf(dayOf(at!), 0).getTime()))
  const place = { townshipId: 'town', villageId: 'village' }
  const told = (name: string, words: string) => ({
    submission: { ...submission, words: `${MARK}：${words}`, photos: [`${MARK}${name}`] },
    reporter: { name: `${MARK}${name}` },
  })
  const [mine, theirs] = [
    told('甲', '我家自来水停了三天，没有人来修水管。'),
    told('乙', '村里一直没有水用。'),
  ]
  const isOwn = channel === undefined && actor?.role !== 'agent'
  return [
    {
      ...made,
      submission: { ...mine.submission, place: { ...place, address: `${MARK}甲家` } },
      reporter: { personId: people.reporter.id, phone: '13900000001', ...mine.reporter },
    },
    {
      ...made,
      at: earlier,
      submission: { ...theirs.submission, place: { ...place, point: { latitude: 30, longitude: 110 } } },
      reporter: { personId: people.stranger.id, ...theirs.reporter },
      ...(isOwn && { channel: 'letter' as const }),
    },
  ]
}

/** What the reporter says and sends carries the mark; a consultation's 24 hours count from its moment by rule (R-L1). */
function inputOf(id: string, ticket: Ticket, now: Date, { a, b }: Step): Record<string, unknown> {
  const input = inputFor(id, ticket, now, a, b)
  const said = { words: `${MARK}，补充几句`, photos: [`${MARK}.jpg`] }
  if (/supplement|appeal|reply|rate|withdraw/.test(id)) return { ...input, ...said }
  if (id === 'ticket.recordCallback') return { ...input, words: said.words }
  if (id === 'ticket.split')
    return { ...input, parts: [1, 2].map((n) => ({ words: `${said.words}${n}`, photos: [] })) }
  return input.handlingClass === 'consult' ? { ...input, handlingClass: 'threeDay' } : input
}

const NOTHING = JSON.stringify({ listed: false, waiting: false, standing: [], told: [] })

/** Every reader is asked after every step: a tenth of the house's runs says as much as its other properties. */
const RUNS = Number(process.env.FC_RUNS ?? 200) / 10

const seen = { sensitive: 0, accused: 0, statuses: new Set<string>() }

function compare(one: Ticket, two: Ticket, now: Date): void {
  const sensitive = isSensitive(one)
  for (const actor of unitPeople) {
    const ids = [actor.unitId, actor.homeUnitId]
    const accused = ids.some((id) => isAccusedUnit(county, id, one.accused.unitIds))
    if (!sensitive && !accused) continue
    const [mine, theirs] = [readingOf(one, actor, now), readingOf(two, actor, now)]
    const text = JSON.stringify(mine)
    if (text !== JSON.stringify(theirs)) expect([actor.id, theirs]).toEqual([actor.id, mine])
    if (text.includes(MARK)) throw new Error(`${actor.id} reads the reporter's own: ${text}`)
    if (accused) {
      seen.accused++
      if (text !== NOTHING) expect([actor.id, mine]).toEqual([actor.id, JSON.parse(NOTHING)])
    } else if (mine.view) {
      seen.sensitive++
      seen.statuses.add(one.status)
    }
  }
}

/** Both live on by the same commands, each reporter by their own; until one of them is refused what the other may. */
function live(one: Ticket, two: Ticket, list: readonly Step[]): void {
  let [mine, theirs] = [one, two]
  let now = one.events[0]!.at
  for (const step of list) {
    now = new Date(now.getTime() + step.after)
    ;[mine, theirs] = [elapse(mine, now), elapse(theirs, now)]
    compare(mine, theirs, now)
    const { actor, id } = choose(mine, step, now)
    const command = { id, input: inputOf(id, mine, now, step), key: `k${mine.events.length}`, inputHash: '' }
    const [next, twin] = [attempt(mine, command, actor, now), attempt(theirs, command, other(actor), now)]
    if (!next || !twin) {
      if (next || twin) return
      continue
    }
    ;[mine, theirs] = [next, twin]
    compare(mine, theirs, now)
  }
}

function attempt(ticket: Ticket, command: Parameters<typeof decide>[1], actor: ActingParty, now: Date) {
  try {
    return decide(ticket, command, actor, envAt(now))
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

describe('what a unit’s people can read (R-P5)', () => {
  it('R-P5 is the same whoever reported a sensitive ticket, and for the accused as if there were none', () => {
    const guarded = fc.record({
      made: start,
      sensitive: fc.integer({ min: 0, max: 9 }),
      minutes: fc.integer({ min: 1, max: 600 }),
    })
    fc.assert(
      fc.property(guarded, stepsOf(25, 40), ({ made, sensitive, minutes }, list) => {
        const confidential = sensitive > 1
        const whole = { ...made, submission: { ...made.submission, confidential } }
        let pair: [Ticket, Ticket]
        try {
          const [first, second] = twinsOf(whole, minutes)
          pair = [make(first), make(second)]
        } catch (error) {
          if (error instanceof AppError) return
          throw error
        }
        live(...pair, list)
      }),
      { numRuns: RUNS },
    )
  })

  it('the histories above are no short ones: units have read sensitive tickets in most of their statuses', () => {
    expect(seen.sensitive).toBeGreaterThan(300)
    expect(seen.accused).toBeGreaterThan(300)
    expect([...seen.statuses]).toEqual(
      expect.arrayContaining(['dispatched', 'handling', 'inReview', 'awaitingRating', 'closed']),
    )
  })
})
