import { AppError, refuse } from '@core/errors'
import { claimTicket } from '@core/ticket/claim'
import { currentKnowledge } from '../knowledge'
import { recordClaim } from '../people'
import type { Handler } from '../runtime/context'
import { store } from './commit.service'
import * as repository from './ticket.repository'
import { viewOf } from './view.service'

/** Times it is decided anew when others wrote in between. */
const TRIES = 4

/**
 * R-T11. Five requests: person · ticket · person (limits) · commit, and one for who else joined it. Tries are counted
 * before anything is decided, so that numbers cannot be tried out.
 * @throws AppError NOT_FOUND, RATE_LIMITED, RULE_REFUSED without a verified phone, REQUEST_REUSED, CONFLICT
 */
export const claim: Handler<'ticket.claim'> = async (ctx, { number }) => {
  const { actor, request, person, now } = ctx
  const { phoneHash } = person
  if (phoneHash === undefined) refuse('请先用微信验证手机号，再认领')
  const knowledge = await currentKnowledge()
  const env = { now, knowledge, digest: ctx.sha256, salt: ctx.random }
  const command = { id: request.action, key: request.key, inputHash: request.inputHash }
  let failure: unknown = new AppError('CONFLICT')
  for (let attempt = 0; attempt <= TRIES; attempt++) {
    const ticket = await repository.numbered(number)
    const done = ticket?.events.find(({ key }) => key === request.key)
    if (done && done.inputHash !== request.inputHash) throw new AppError('REQUEST_REUSED')
    if (ticket && done) return { ticket: await viewOf(ctx, ticket) }
    if (attempt === TRIES) break
    if (attempt === 0) await recordClaim(ctx)
    const next = claimTicket(ticket, phoneHash, command, actor, env)
    const stored = await store(ctx, ticket!, next, knowledge).catch((error: unknown) => {
      if (error instanceof AppError) throw error
      failure = error
      return undefined
    })
    if (stored) return { ticket: await viewOf(ctx, stored) }
    await ctx.pause(20 * (attempt + 1))
  }
  throw failure
}
