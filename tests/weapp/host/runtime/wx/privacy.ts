import type { Context } from '../context'
import { ApiFailure, asyncApis, type WxApi } from '../settle'
import type { WxEvents } from './events'

/** Functions that WeChat lets through only after the person agreed to the privacy guide. */
const PRIVATE = new Set(
  `getLocation getFuzzyLocation chooseLocation choosePoi chooseAddress chooseMedia chooseImage chooseVideo
  chooseMessageFile saveImageToPhotosAlbum saveVideoToPhotosAlbum getUserProfile getWeRunData startRecord
  getPhoneNumber setClipboardData getClipboardData addPhoneContact addPhoneCalendar chooseInvoiceTitle`.split(
    /\s+/,
  ),
)

/** Location functions that app.json must list. */
const NEEDS_DECLARATION = new Set(
  `getLocation getFuzzyLocation onLocationChange startLocationUpdate startLocationUpdateBackground chooseLocation
  choosePoi chooseAddress`.split(/\s+/),
)

interface Resolution {
  event: 'agree' | 'disagree' | 'exposureAuthorization'
  buttonId?: string
}

/**
 * WeChat's privacy flow. The first private function asks; the app shows its own dialog (`onNeedPrivacyAuthorization`)
 * or the platform shows one; a refusal makes the function fail and leaves the app running.
 */
export class Privacy {
  /** Buttons with `open-type="agreePrivacyAuthorization"` that the person tapped. */
  private readonly agreedButtons = new Set<string>()
  /** Questions that the app's own dialog shows now. */
  asking = 0

  constructor(
    private readonly ctx: Context,
    private readonly events: WxEvents,
  ) {}

  isPrivate(name: string): boolean {
    return PRIVATE.has(name)
  }

  /** @throws ApiFailure when the person refuses, or the app did not declare what it uses */
  async require(name: string): Promise<void> {
    const { app } = this.ctx.program
    if (NEEDS_DECLARATION.has(name) && !app.requiredPrivateInfos?.includes(name)) {
      this.ctx.journal.fail(`wx.${name} is not listed in requiredPrivateInfos of app.json`)
      throw new ApiFailure(
        'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      )
    }
    if (this.ctx.phone.privacyAgreed) return
    if (!(await this.ask(name))) {
      throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
    }
    this.ctx.phone.privacyAgreed = true
  }

  buttonTapped(id: string): void {
    this.agreedButtons.add(id)
    this.ctx.phone.privacyAgreed = true
  }

  api(): WxApi {
    const { ctx } = this
    return asyncApis(ctx, {
      getPrivacySetting: () => ({
        needAuthorization: !ctx.phone.privacyAgreed,
        privacyContractName: '《用户隐私保护指引》',
      }),
      requirePrivacyAuthorize: () => this.require('requirePrivacyAuthorize'),
      openPrivacyContract: () => undefined,
    })
  }

  private ask(referrer: string): Promise<boolean> {
    if (!this.events.heard('onNeedPrivacyAuthorization')) return Promise.resolve(this.askByPlatform(referrer))
    this.asking += 1
    return new Promise((resolve) => {
      this.events.emit(
        'onNeedPrivacyAuthorization',
        (resolution: Resolution) => {
          if (resolution.event === 'exposureAuthorization') return
          this.asking -= 1
          const agreed = resolution.event === 'agree'
          if (agreed && !this.agreedButtons.has(resolution.buttonId ?? '')) {
            this.ctx.journal.fail(
              `privacy: the app agreed for the person; no agreePrivacyAuthorization button "${resolution.buttonId}" was tapped`,
            )
          }
          resolve(agreed)
        },
        { referrer },
      )
    })
  }

  private askByPlatform(referrer: string): boolean {
    if (!this.ctx.answers.privacy) {
      this.ctx.journal.fail(
        `wx.${referrer} opened the privacy dialog, and the test gave no answer (answers.privacy)`,
      )
    }
    return this.ctx.answers.privacy === 'agree'
  }
}
