import type { Application } from '../application'
import type { Context } from '../context'
import type { Pages } from '../pages'
import { ApiFailure, asyncApi, type WxApi } from '../settle'
import { asksApi } from './asks'
import { cloudApi } from './cloud'
import type { Platform } from './platform'
import { locationApi } from './location'
import { mediaApi } from './media'
import { queriesApi } from './queries'
import { soundApi } from './recorder'
import { routingApi } from './routing'
import { storageApi } from './storage'
import { systemApi } from './system'

/**
 * Fills `wx`. It exists before the pages do, because scripts look at it while they load; what needs the pages is
 * added with them.
 */
export function fillWx(
  wx: WxApi,
  ctx: Context,
  platform: Platform,
  application: Application,
  pages: Pages,
): void {
  const { files, privacy, scopes, network, dialogs, events } = platform
  Object.assign(
    wx,
    notImplemented(ctx),
    events.api(ctx.program.apiNames),
    systemApi(ctx, application),
    storageApi(ctx),
    files.api(),
    mediaApi(ctx, files, privacy, scopes),
    soundApi(ctx, files, privacy, scopes),
    locationApi(ctx, privacy, scopes),
    asksApi(ctx, privacy),
    privacy.api(),
    scopes.api(),
    dialogs.api(),
    network.api(),
    routingApi(ctx, pages),
    queriesApi(pages),
    { cloud: cloudApi(ctx, files, network) },
  )
  noteUse(wx, ctx)
}

/** Writes down which functions are called, for the checks of what should not be used any more. */
function noteUse(wx: WxApi, { journal }: Context): void {
  for (const [name, api] of Object.entries(wx)) {
    if (typeof api !== 'function') continue
    wx[name] = (...given: unknown[]) => {
      journal.used.add(name)
      return (api as (...values: unknown[]) => unknown)(...given)
    }
  }
}

/**
 * Every other name of `wx` exists, because Taro asks at boot what there is; to call one is an error, so that no test
 * passes on something the host only pretends.
 */
function notImplemented(ctx: Context): WxApi {
  const refuse = (name: string) => {
    ctx.journal.fail(`wx.${name} is not implemented by the test host (tests/weapp/host/runtime/wx)`)
  }
  const answersAtOnce = /Sync$|^create|^get\w*(Manager|Context)$|^canIUse|^is[A-Z]/
  return Object.fromEntries(
    ctx.program.apiNames.map((name) => {
      if (answersAtOnce.test(name)) return [name, () => refuse(name)]
      const api = asyncApi(ctx, name, () => {
        throw new ApiFailure('not implemented by the test host')
      })
      return [name, (options?: object) => (refuse(name), api(options as Parameters<typeof api>[0]))]
    }),
  )
}
