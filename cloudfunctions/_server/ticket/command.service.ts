import type { TicketAnswer } from '@core/contracts/ticket/views'
import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import type { Actor } from '@core/people/types'
import { canRead } from '@core/ticket/access'
import { decide } from '@core/ticket/decide'
import type { Assignee } from '@core/ticket/decisions/assigning'
import { resultsElsewhere, type OtherResult } from '@core/ticket/result-check'
import type { Ticket } from '@core/ticket/types'
import { checkWords } from '../content'
import { verifyPhotos } from '../files'
import { currentKnowledge } from '../knowledge'
import { loadPerson } from '../people'
import { currentLearned } from '../routing'
import type { Context } from '../runtime/context'
import { finishSplit, store } from './commit.service'
import { needsOthers, withOthers } from './joined.service'
import { asReadable, readTicket } from './read.service'
import { proposalsFor } from './split.service'
import * as repository from './ticket.repository'
import { viewOf } from './view.service'

/** Every command on a ticket names it; most may carry photos. */
export interface CommandInput {
  ticketId: string
  photos?: readonly string[]
  [field: string]: unknown
}

/** Times a decision is made anew when others wrote in between. */
const TRIES = 4
/** A unit's newest results that one under review is compared with, and that one itself. */
const COMPARED = 21

/** The one way of every command on a ticket; answers the ticket as this reader sees it now. */
export async function command(ctx: Context, input: CommandInput): Promise<TicketAnswer> {
  const ticket = await finishSplit(ctx, await changeTicket(ctx, input))
  await checkWords(ctx, ticket)
  return { ticket: await viewOf(ctx, asTheyKnewIt(ticket, ctx.actor, await currentKnowledge())) }
}

/** Whoever has just given a ticket back (E13) has no right to it any more, but to the answer: they see it as its unit. */
function asTheyKnewIt(ticket: Ticket, actor: Actor, knowledge: Knowledge): Ticket {
  if (canRead(ticket, actor, knowledge) || actor.unitId === undefined) return ticket
  return { ...ticket, leadUnitId: actor.unitId }
}

/**
 * load → is it done already → may they know of it → decide → one commit. A collision or an error that may hide a
 * commit leads back to the load: there the event of this very request says whether it was stored.
 * @throws AppError NOT_FOUND, REQUEST_REUSED, CONFLICT, and what `decide` refuses
 */
export async function changeTicket(ctx: Context, input: CommandInput): Promise<Ticket> {
  const { actor, request, now } = ctx
  const knowledge = await currentKnowledge()
  const env = { now, knowledge, digest: ctx.sha256, salt: ctx.random }
  const photos = input.photos && { photos: verifyPhotos(ctx, input.photos) }
  let failure: unknown = new AppError('CONFLICT')
  for (let attempt = 1; attempt <= TRIES + 1; attempt++) {
    const found = await repository.load(input.ticketId)
    if (!found) throw new AppError('NOT_FOUND')
    // Before the question who may read it: what they did may have taken that right away.
    if (isDone(found, ctx)) return found
    const readable = await asReadable(ctx, found, knowledge)
    if (attempt > TRIES) break
    const ticket = needsOthers(request.action) ? (await withOthers(readable)).ticket : readable
    const beside = await besides(ctx, request.action, ticket, input, knowledge)
    const { key, inputHash } = request
    const decided = { id: request.action, input: { ...input, ...photos, ...beside }, key, inputHash }
    const next = decide(ticket, decided, actor, env)
    // Over what was found: who joined it by now is part of the change.
    const stored = await store(ctx, found, next, knowledge).catch((error: unknown) => {
      if (error instanceof AppError) throw error
      failure = error
      return undefined
    })
    if (stored) return stored
    await ctx.pause(20 * attempt)
  }
  throw failure
}

/** Whether this request has left its event already. @throws AppError REQUEST_REUSED if it was another one */
function isDone(ticket: Ticket, { request }: Context): boolean {
  const event = ticket.events.find(({ key }) => key === request.key)
  if (event && event.inputHash !== request.inputHash) throw new AppError('REQUEST_REUSED')
  return event !== undefined
}

/** What a decision has to know of other tickets (R-T9). */
async function besides(
  ctx: Context,
  action: string,
  ticket: Ticket,
  input: CommandInput,
  knowledge: Knowledge,
): Promise<Record<string, unknown>> {
  if (action === 'ticket.merge') {
    return { main: await readTicket(ctx, String(input.mainTicketId), knowledge) }
  }
  if (action === 'ticket.split') {
    const learned = await currentLearned(ctx)
    return { proposals: proposalsFor(ticket, input.parts as { words: string }[], knowledge, learned) }
  }
  if (action === 'ticket.recordCallback' && typeof input.joinedTicketId === 'string') {
    return { joined: await readTicket(ctx, input.joinedTicketId, knowledge) }
  }
  if (action === 'ticket.approve' || action === 'ticket.closeWithoutReporter') {
    return { others: await writtenElsewhere(ctx, ticket, knowledge) }
  }
  if (action === 'ticket.assign') return { assignee: await colleague(String(input.personId)) }
  if (action === 'ticket.mark' && input.mark === 'confidential') {
    return { followers: (await repository.followersOf(ticket._id)).length }
  }
  return {}
}

/** R-H5: what the lead unit wrote last in other matters. One request, at the moment of the check. */
async function writtenElsewhere(
  { actor }: Context,
  ticket: Ticket,
  knowledge: Knowledge,
): Promise<OtherResult[]> {
  if (ticket.leadUnitId === undefined) return []
  const others = await repository.withResultsOf(ticket.leadUnitId, COMPARED)
  return resultsElsewhere(ticket, others, actor, knowledge)
}

/** Who a matter is assigned to, as the staff record says now; undefined: nobody who works here. */
async function colleague(id: string): Promise<Assignee | undefined> {
  const { staff } = await loadPerson(id)
  if (!staff?.active) return undefined
  const { role, unitId, homeUnitId, name } = staff
  return { id, role, unitId, name, ...(homeUnitId !== undefined && { homeUnitId }) }
}
