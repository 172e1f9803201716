import type {
  CallbackView,
  OrderView,
  PhotoView,
  RatingView,
  ResultView,
  TimelineItem,
} from '@core/contracts/ticket/views'
import { unitName } from '@core/knowledge'
import { maskNumbers } from '@core/privacy'
import { relationTo, type TicketField } from '@core/ticket/access'
import { centreName, centreUnitOf } from '@core/ticket/centre'
import { raterOf } from '@core/ticket/joined'
import type { Join } from '@core/ticket/me-too'
import type { EventLine } from '@core/ticket/timeline'
import type {
  CallbackAttempt,
  SupervisionOrder,
  Ticket,
  TicketEvent,
  TicketRating,
  TicketResult,
} from '@core/ticket/types'
import type { Reading } from './ticket.mapper'

/** A ticket on its way to a reader, with what had to be fetched for it. */
export interface Shown extends Reading {
  ticket: Ticket
  fields: ReadonlySet<TicketField>
  /** Links of these photos, for this reader. */
  photos(keys: readonly string[]): PhotoView[]
  /** Tickets that joined this one (R-T9). */
  joined: Pick<Ticket, '_id' | 'number' | 'reporter'>[]
  /** Who said "me too" of it (R-T3). */
  joiners: readonly Join[]
  main?: { id: string; number: string; toRate: boolean }
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
  const ofAnother = raterOf(rating, shown.ticket) !== shown.ticket.reporter?.personId
  return {
    round,
    at: at.getTime(),
    by,
    ...(ofAnother ? { ofAnother } : {}),
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
  { ticket, knowledge }: Shown,
): CallbackView {
  return {
    at: at.getTime(),
    round,
    outcome,
    ...(words === undefined ? {} : { words }),
    by: centreName(knowledge, centreUnitOf(ticket, knowledge)),
  }
}

/** R-S3 */
export function orderView(
  { grade, cause, state, unitId, words, until, issuedAt, answer }: SupervisionOrder,
  { knowledge, photos }: Shown,
): OrderView {
  return {
    grade,
    cause,
    state,
    unit: unitName(knowledge, unitId),
    words,
    until: until.getTime(),
    ...(issuedAt ? { issuedAt: issuedAt.getTime() } : {}),
    ...(answer
      ? { answer: { words: answer.words, at: answer.at.getTime(), photos: photos(answer.photos) } }
      : {}),
  }
}

export function timelineItem(event: TicketEvent, line: EventLine, shown: Shown): TimelineItem {
  const { reporter, others = [] } = shown.ticket
  const byReporter = event.by.personId === reporter?.personId || others.includes(event.by.personId)
  // R-T10: a part's words are the reporter's, whoever split them.
  const reported = byReporter || event.type === 'ticket.split'
  const words = line.words && (reported ? reporterWords : staffWords)(line.words, shown)
  return {
    seq: event.seq,
    at: event.at.getTime(),
    who: line.who,
    title: line.title,
    ...(words ? { words } : {}),
    photos: shown.photos(line.photos),
    internal: line.internal,
  }
}
