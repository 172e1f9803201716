import type { Envelope } from '@core/contracts'
import { AppError } from '@core/errors'
import { readClock, ticks } from '../platform/clock'
import { sha256 } from '../platform/crypto'
import { readCaller, type Caller } from '../platform/env'
import { randomId } from '../platform/ids'
import { metered, type Meter } from '../platform/meter'
import { identify } from './access'
import { contextFor } from './call'
import type { Actions, CallContext, Context } from './context'
import { failure, success } from './envelope'
import { knownAction, parseInput, readBody } from './input'
import { createLog } from './logger'

type Main = (event: unknown) => Promise<Envelope<unknown>>
/** Does one action whose input is what its contract wants. */
type Work = (ctx: CallContext, input: unknown, caller: Caller) => Promise<unknown>

/**
 * A function whose every action is done by a signed-in person. The way of one request (architecture): actor from the
 * platform, validation, permission, the action; the only catch is here.
 */
export function createFunction<F extends string>(name: F, actions: Actions<F>): Main {
  const handlers = actions as Record<string, (ctx: Context, input: unknown) => Promise<unknown>>
  return serve(name, async (ctx, input, { openId }) => {
    const identity = await identify(openId, ctx.request.action)
    return handlers[ctx.request.action]!({ ...ctx, ...identity }, input)
  })
}

/** A function that needs nobody to sign in: what it answers is public. */
export function createPublicFunction<F extends string>(name: F, actions: Actions<F, CallContext>): Main {
  const handlers = actions as Record<string, Work>
  return serve(name, (ctx, input, caller) => handlers[ctx.request.action]!(ctx, input, caller))
}

function serve(name: string, work: Work): Main {
  return async (event) => {
    // Before any await: afterwards the environment may be another call's.
    const caller = readCaller()
    const now = readClock()
    const started = ticks()
    const meter: Meter = { database: 0, notices: 0 }
    let requestId = randomId()
    let log = createLog(requestId)
    let action = name
    let code = 'OK'
    try {
      const body = readBody(event)
      requestId = body.requestId
      log = createLog(requestId)
      const known = knownAction(name, body.action)
      action = known
      const input = parseInput(known, body.input)
      const ctx = contextFor({ personId: caller.openId ?? '', action, input, requestId, now, log })
      return success(await metered(meter, () => work(ctx, input, caller)))
    } catch (error) {
      if (!(error instanceof AppError)) log.error('failed', error)
      code = error instanceof AppError ? error.code : 'INTERNAL'
      return failure(error, requestId)
    } finally {
      const person = sha256(caller.openId ?? '').slice(0, 12)
      log.done({ action, person, code, ms: Math.round(ticks() - started), ...meter })
    }
  }
}
