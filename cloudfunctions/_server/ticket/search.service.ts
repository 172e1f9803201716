import { placeName, unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import { mayEver } from '@core/people/permissions'
import type { Actor } from '@core/people/types'
import { maskNumbers } from '@core/privacy'
import { canRead, visibleFields } from '@core/ticket/access'
import { listKeys } from '@core/ticket/audience'
import { availableCommands } from '@core/ticket/commands'
import { record } from '../audit'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import { exceptFor } from './list.service'
import { presentAmong } from './assigned.service'
import { cardOf } from './ticket.mapper'
import * as repository from './ticket.repository'
import type { ListedTicket } from './ticket.repository'

const MOST = 20
/** Tickets looked through for words: the newest a reader may see. */
const LOOKED_THROUGH = 300
/** Matters looked at of one person or one beginning of a number; some of them may not be the reader's to see. */
const MOST_OF_ONE = 100

/** A mobile, or a landline with its area code. */
const PHONE = /^(1[3-9]\d{9}|0\d{9,11})$/
/** The whole or the beginning of a number, with or without the county's code. */
const NUMBER = /^([A-Z]{2,4})?(\d{6,8}|\d{8}-[\d-]{0,9})$/

/**
 * Finds tickets among those this reader may see; every one found is asked once more (R-P5). Two requests; by phone
 * three, the third for the audit (R-X6).
 */
export const search: Handler<'ticket.search'> = async (ctx, { words }) => {
  const { actor, now } = ctx
  const knowledge = await currentKnowledge()
  const found = await find(ctx, words, knowledge)
  const present = await presentAmong(found)
  const items = found
    .filter((ticket) => canRead(ticket, actor, knowledge))
    .slice(0, MOST)
    .map((ticket) => cardOf(ticket, { actor, knowledge, now, present }))
  return { items }
}

async function find(ctx: Context, words: string, knowledge: Knowledge): Promise<ListedTicket[]> {
  const compact = words.replace(/\s/g, '').toUpperCase()
  if (PHONE.test(compact.replace(/-/g, ''))) return ofPhone(ctx, compact.replace(/-/g, ''), knowledge)
  const number = NUMBER.exec(compact)
  if (number) {
    return repository.byNumber((number[1] ?? knowledge.county.code) + (number[2] ?? ''), MOST_OF_ONE)
  }
  return withWords(ctx.actor, words, knowledge)
}

/**
 * R-P4: whose matter it is may be found out only by who may be told of it: a match is shown where the reader could
 * unmask the reporter, so a unit never finds a sensitive ticket by a person's number (R-P5).
 */
async function ofPhone(ctx: Context, phone: string, knowledge: Knowledge): Promise<ListedTicket[]> {
  const { actor, now, vault } = ctx
  if (!mayEver('ticket.unmask', actor.role)) return []
  const found = await repository.byPhone(vault.phoneHash(phone), MOST_OF_ONE)
  const theirs = found.filter((ticket) =>
    availableCommands({ ...ticket, events: [], outbox: [] }, actor, { now, knowledge }).includes(
      'ticket.unmask',
    ),
  )
  await record(ctx, 'ticket.search', { by: 'phone', found: String(theirs.length) })
  return theirs
}

/** All the words, each in something this reader may read: a search must not tell what a view withholds. */
async function withWords(actor: Actor, words: string, knowledge: Knowledge): Promise<ListedTicket[]> {
  const list = repository.seenList(listKeys(actor), exceptFor(actor, knowledge))
  const recent = await repository.page(list, undefined, LOOKED_THROUGH)
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return recent.filter((ticket) => {
    const text = readableText(ticket, actor, knowledge)
    return wanted.every((word) => text.includes(word))
  })
}

/** What a search by words looks through: only what this reader could read. */
export function readableText(ticket: ListedTicket, actor: Actor, knowledge: Knowledge): string {
  const fields = visibleFields({ ...ticket }, actor, knowledge)
  const { number, title, words, summary, place, leadUnitId } = ticket
  const parts = [
    number,
    title,
    fields.has('words') && maskNumbers(words),
    fields.has('summary') && summary,
    fields.has('place') && place && placeName(knowledge, place),
    fields.has('address') && place?.address,
    leadUnitId && unitName(knowledge, leadUnitId),
  ]
  return parts.filter(Boolean).join('\n').toLowerCase()
}
