import type { Context } from './context'

/** The options of an asynchronous `wx` function. */
export interface ApiOptions {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
  [name: string]: unknown
}

/** A failure that a phone may answer too: the person refused, the network is gone, the page does not exist. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(reason)
  }
}

export type ApiHandler = (options: ApiOptions) => unknown

export type WxApi = Record<string, unknown>

/**
 * Makes a `wx` function of a handler: it answers in a later turn, by callbacks when there are any and by a promise
 * otherwise, with `errMsg` as on a phone. A handler that throws anything but ApiFailure is a fault to be reported.
 */
export function asyncApi(ctx: Context, name: string, handler: ApiHandler): (options?: ApiOptions) => unknown {
  return (options = {}) => {
    ctx.journal.calls.push({ name, options: withoutCallbacks(options) })
    const result = new Promise<unknown>((resolve, reject) => {
      ctx.pending += 1
      ctx.later(async () => {
        try {
          resolve({ errMsg: `${name}:ok`, ...((await handler(options)) as object | undefined) })
        } catch (error) {
          reject(failure(ctx, name, error))
        } finally {
          ctx.pending -= 1
        }
      })
    })
    if (!options.success && !options.fail && !options.complete) return result
    result.then(
      (value) =>
        ctx.guard(`callback of wx.${name}`, () => (options.success?.(value), options.complete?.(value))),
      (error) =>
        ctx.guard(`callback of wx.${name}`, () => (options.fail?.(error), options.complete?.(error))),
    )
    return undefined
  }
}

/** The same for several handlers at once. */
export function asyncApis(ctx: Context, handlers: Record<string, ApiHandler>): WxApi {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, asyncApi(ctx, name, handler)]),
  )
}

export function withoutCallbacks(options: ApiOptions): Record<string, unknown> {
  const { success: _success, fail: _fail, complete: _complete, ...rest } = options
  return rest
}

/** Data that has crossed to another thread: JSON's meaning, and objects of its own. */
export function crossing<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}

function failure(ctx: Context, name: string, error: unknown): Record<string, unknown> {
  if (error instanceof ApiFailure) return { errMsg: `${name}:fail ${error.reason}`, ...error.fields }
  ctx.report(`wx.${name}`, error)
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
}
