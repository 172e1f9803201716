import type {
  CallbackView,
  PhotoView,
  RatingView,
  ResultView,
  TimelineItem,
} from '@core/contracts/ticket/views'
import { unitName } from '@core/knowledge'
import { maskNumbers } from '@core/privacy'
import { isSensitive, relationTo, type TicketField } from '@core/ticket/access'
import type { EventLine } from '@core/ticket/timeline'
import type { CallbackAttempt, Ticket, TicketEvent, TicketRating, TicketResult } from '@core/ticket/types'
import { dayOf, momentOf } from '@core/ticket/workdays'
import type { Reading } from './ticket.mapper'

/** A ticket on its way to a reader, with what had to be fetched for it. */
export interface Shown extends Reading {
  ticket: Ticket
  fields: ReadonlySet<TicketField>
  /** Links of these photos, for this reader. */
  photos(keys: readonly string[]): PhotoView[]
  /** Tickets that joined this one. */
  others: number
  main?: Pick<Ticket, '_id' | 'number'>
}

const isAuthor = ({ ticket, actor, knowledge }: Shown): boolean =>
  ['reporter', 'filer'].includes(relationTo(ticket, actor, knowledge))

/** The reporter's side: no matter of how units work together is theirs to read. */
export const isOutside = ({ ticket, actor, knowledge }: Shown): boolean =>
  ['reporter', 'filer', 'follower'].includes(relationTo(ticket, actor, knowledge))

/** R-P4: numbers the reporter wrote are masked to everybody else; those of staff only to who merely follows. */
export function reporterWords(text: string, shown: Shown): string {
  return isAuthor(shown) ? text : maskNumbers(text)
}

export function staffWords(text: string, { ticket, actor, knowledge }: Shown): string {
  return relationTo(ticket, actor, knowledge) === 'follower' ? maskNumbers(text) : text
}

export function resultView(result: TicketResult, shown: Shown): ResultView {
  const { basis, promisedFor, contact, missing, withoutUnitIds } = result
  const words = (text: string) => staffWords(text, shown)
  return {
    round: result.round,
    at: result.at.getTime(),
    unit: unitName(shown.knowledge, result.unitId),
    found: words(result.found),
    done: words(result.done),
    outcome: result.outcome,
    ...(basis === undefined ? {} : { basis: words(basis) }),
    ...(promisedFor === undefined ? {} : { promisedFor: promisedFor.getTime() }),
    ...(contact === undefined ? {} : { contact: words(contact) }),
    photos: shown.photos(result.photos),
    state: result.state,
    ...(missing === undefined ? {} : { missing: words(missing) }),
    ...(withoutUnitIds === undefined || isOutside(shown)
      ? {}
      : { without: withoutUnitIds.map((id) => unitName(shown.knowledge, id)) }),
  }
}

export function ratingView(rating: TicketRating, shown: Shown): RatingView {
  const { round, at, by, solved, result, attitude, reasons, words, photos } = rating
  return {
    round,
    at: at.getTime(),
    by,
    solved,
    result,
    attitude,
    reasons,
    ...(words === undefined ? {} : { words: reporterWords(words, shown) }),
    photos: shown.photos(photos),
  }
}

export function callbackView(
  { at, round, outcome, words }: CallbackAttempt,
  { knowledge }: Shown,
): CallbackView {
  return {
    at: at.getTime(),
    round,
    outcome,
    ...(words === undefined ? {} : { words }),
    by: unitName(knowledge, knowledge.county.centreUnitId),
  }
}

export function timelineItem(event: TicketEvent, line: EventLine, shown: Shown): TimelineItem {
  const byReporter = event.by.personId === shown.ticket.reporter?.personId
  const words = line.words && (byReporter ? reporterWords : staffWords)(line.words, shown)
  return {
    seq: event.seq,
    at: (byReporter ? hiddenMoment(event.at, shown) : event.at).getTime(),
    who: line.who,
    title: line.title,
    ...(words ? { words } : {}),
    photos: shown.photos(line.photos),
    internal: line.internal,
  }
}

/** R-P5: when exactly a reporter acted could give them away; others see the day. */
function hiddenMoment(at: Date, shown: Shown): Date {
  return isSensitive(shown.ticket) && !isAuthor(shown) ? momentOf(dayOf(at), 0) : at
}
