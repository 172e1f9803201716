import type { Envelope } from '@core/contracts'
import { AppError } from '@core/errors'
import { readClock, ticks } from '../platform/clock'
import { readCaller } from '../platform/env'
import { randomId } from '../platform/ids'
import { metered, type Meter } from '../platform/meter'
import { contextFor } from './call'
import type { TimerContext } from './context'
import { failure, success } from './envelope'
import { createLog } from './logger'

/** A function may run for 60 s; after this it takes no more work. */
const TAKES_WORK_MS = 40_000

/** A function of the clock: it runs by its timer and for nobody else, whatever the access rules let through. */
export function createTimer(
  name: string,
  work: (ctx: TimerContext) => Promise<unknown>,
): () => Promise<Envelope<unknown>> {
  return async () => {
    const { sources } = readCaller()
    const requestId = randomId()
    if (sources.length !== 1 || sources[0] !== 'wx_trigger')
      return failure(new AppError('FORBIDDEN'), requestId)
    const [now, started, log] = [readClock(), ticks(), createLog(requestId)]
    const meter: Meter = { database: 0, notices: 0 }
    const ctx = contextFor({ personId: '', action: name, input: {}, requestId, now, log })
    try {
      const done = await metered(meter, () =>
        work({ ...ctx, hasTime: () => ticks() - started < TAKES_WORK_MS }),
      )
      log.done({ action: name, code: 'OK', ms: Math.round(ticks() - started), done, ...meter })
      return success(done)
    } catch (error) {
      log.error('failed', error)
      return failure(error, requestId)
    }
  }
}
