import type { Context } from '../context'
import { ApiFailure, asyncApis, type WxApi } from '../settle'

/** Permissions that a person gives once and may take back in the settings. */
export class Scopes {
  constructor(private readonly ctx: Context) {}

  /**
   * Asks for a permission, the first time only: afterwards the phone remembers.
   * @throws ApiFailure `auth deny`, now and at every later call
   */
  require(scope: string, allowedNow: boolean): void {
    const { scopes } = this.ctx.phone
    scopes[scope] ??= allowedNow
    if (!scopes[scope]) throw new ApiFailure('auth deny', { errno: 103 })
  }

  api(): WxApi {
    const { phone } = this.ctx
    return asyncApis(this.ctx, {
      getSetting: () => ({ authSetting: { ...phone.scopes } }),
      authorize: ({ scope }) => this.require(String(scope), this.answerFor(String(scope))),
      // The person opens the settings and allows what the page asked for.
      openSetting: () => {
        for (const scope of Object.keys(phone.scopes)) phone.scopes[scope] = this.answerFor(scope)
        return { authSetting: { ...phone.scopes } }
      },
    })
  }

  private answerFor(scope: string): boolean {
    const { location, media, voice, album } = this.ctx.answers
    const answer = {
      'scope.userLocation': location,
      'scope.camera': media,
      'scope.record': voice,
      'scope.writePhotosAlbum': album,
    }[scope]
    if (answer === undefined) this.ctx.journal.fail(`the app asked for ${scope}, and the test gave no answer`)
    return answer !== undefined && answer !== 'deny'
  }
}
