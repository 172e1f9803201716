import type { Context } from '../context'
import { ApiFailure, asyncApis, type WxApi } from '../settle'

/** A question that is on the screen until the person answers it. */
export interface Dialog {
  kind: 'modal' | 'sheet'
  title: string
  content: string
  /** The words on its buttons or lines, in order. */
  choices: string[]
  editable: boolean
}

interface OpenDialog extends Dialog {
  settle(choice: number, text?: string): void
  dismiss(): void
}

/** Modals and action sheets wait for `answer`; toasts and loading signs are only kept. */
export class Dialogs {
  private readonly open: OpenDialog[] = []
  /** The loading sign or toast on the screen. */
  loading = ''

  constructor(private readonly ctx: Context) {}

  current(): Dialog | undefined {
    return this.open[0]
  }

  count(): number {
    return this.open.length
  }

  /**
   * Answers the dialog on the screen.
   * @param choice the words on the button or line; null closes an action sheet or modal without choosing
   * @param text what the person types into an editable modal
   */
  answer(choice: string | null, text?: string): void {
    const dialog = this.open[0]
    if (!dialog) throw new Error('no dialog is open')
    const index = choice === null ? -1 : dialog.choices.indexOf(choice)
    if (choice !== null && index < 0) {
      throw new Error(`the dialog "${dialog.title}" offers ${dialog.choices.join(' / ')}, not "${choice}"`)
    }
    this.open.shift()
    this.ctx.touchedAt = this.ctx.elapsed()
    if (index < 0) dialog.dismiss()
    else dialog.settle(index, text)
  }

  api(): WxApi {
    const { ctx } = this
    return asyncApis(ctx, {
      showToast: ({ title }) => {
        ctx.journal.toasts.push(String(title))
      },
      hideToast: () => undefined,
      showLoading: ({ title }) => {
        this.loading = String(title)
      },
      hideLoading: () => {
        this.loading = ''
      },
      showModal: (options) =>
        new Promise((resolve) => {
          const cancel = { confirm: false, cancel: true, content: null }
          const hasCancel = options.showCancel !== false
          this.ask({
            kind: 'modal',
            title: String(options.title ?? ''),
            content: String(options.content ?? ''),
            editable: options.editable === true,
            choices: [
              String(options.confirmText ?? '确定'),
              ...(hasCancel ? [String(options.cancelText ?? '取消')] : []),
            ],
            settle: (index, text) =>
              resolve(index === 0 ? { confirm: true, cancel: false, content: text ?? null } : cancel),
            dismiss: () => resolve(cancel),
          })
        }),
      showActionSheet: (options) =>
        new Promise((resolve, reject) => {
          this.ask({
            kind: 'sheet',
            title: String(options.alertText ?? ''),
            content: '',
            editable: false,
            choices: options.itemList as string[],
            settle: (tapIndex) => resolve({ tapIndex }),
            dismiss: () => reject(new ApiFailure('cancel')),
          })
        }),
    })
  }

  private ask(dialog: OpenDialog): void {
    this.open.push(dialog)
  }
}
