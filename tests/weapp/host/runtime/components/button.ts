import type { Context } from '../context'
import type { Platform } from '../wx/platform'
import type { Control } from './control'

/** What `open-type` may do besides looking like a button. */
export interface ButtonDoors {
  ctx: Context
  platform: Platform
  /** `onShareAppMessage` of the page, asked from a button. */
  share(button: Control): void
}

/** A tap on a button with `open-type`: the platform asks the person and tells the page the answer. */
export async function openType(button: Control, { ctx, platform, share }: ButtonDoors): Promise<void> {
  for (const kind of button.text('openType').split('|')) {
    switch (kind) {
      case '':
        break
      case 'share':
        share(button)
        break
      case 'agreePrivacyAuthorization':
        platform.privacy.buttonTapped(button.element.id)
        button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
        break
      case 'getPhoneNumber':
      case 'getRealtimePhoneNumber':
        button.emit(kind.toLowerCase(), await phoneNumber(kind))
        break
      case 'openSetting':
        for (const scope of Object.keys(ctx.phone.scopes)) ctx.phone.scopes[scope] = true
        button.emit('opensetting', { authSetting: { ...ctx.phone.scopes }, errMsg: 'openSetting:ok' })
        break
      case 'contact':
        button.emit('contact', { path: '', query: {}, errMsg: 'enterContact:ok' })
        break
      case 'feedback':
        break
      default:
        ctx.journal.fail(`<button open-type="${kind}"> is not implemented by the test host`)
    }
  }

  async function phoneNumber(kind: string): Promise<object> {
    const { phoneNumber: answer } = ctx.answers
    if (answer === undefined) {
      ctx.journal.fail(
        `a button asked for the phone number, and the test gave no answer (answers.phoneNumber)`,
      )
    }
    try {
      await platform.privacy.require('getPhoneNumber')
    } catch (error) {
      return { errMsg: `${kind}:fail ${(error as Error).message}`, errno: 104 }
    }
    if (answer === undefined || answer === 'deny') return { errMsg: `${kind}:fail user deny` }
    const code = answer === 'allow' ? ctx.bridge.phoneCode?.() : answer.code
    return { errMsg: `${kind}:ok`, code: code ?? 'phone-code', encryptedData: '', iv: '' }
  }
}
