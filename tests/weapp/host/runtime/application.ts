import type { Context } from './context'
import type { WxEvents } from './wx/events'

interface AppOptions {
  onLaunch?(options: LaunchOptions): void
  onShow?(options: LaunchOptions): void
  onHide?(): void
  onError?(message: string): void
  onUnhandledRejection?(event: { reason: unknown }): void
  onPageNotFound?(event: unknown): void
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
}

/** What `App({...})` registered, and its life: launch, to the background, and back. */
export class Application {
  private options: AppOptions = {}

  constructor(
    private readonly ctx: Context,
    private readonly events: WxEvents,
    readonly launchOptions: LaunchOptions,
  ) {
    ctx.onError = (message) => {
      this.options.onError?.(message)
      events.emit('onError', { message })
    }
  }

  register(options: AppOptions): void {
    this.options = options
  }

  instance(): AppOptions {
    return this.options
  }

  launch(): void {
    this.call('onLaunch', this.launchOptions)
    this.call('onShow', this.launchOptions)
    this.events.emit('onAppShow', this.launchOptions)
  }

  show(): void {
    this.ctx.inBackground = false
    this.call('onShow', this.launchOptions)
    this.events.emit('onAppShow', this.launchOptions)
  }

  hide(): void {
    this.ctx.inBackground = true
    this.call('onHide')
    this.events.emit('onAppHide', {})
  }

  unhandledRejection(reason: unknown): void {
    this.call('onUnhandledRejection', { reason })
    this.events.emit('onUnhandledRejection', { reason })
  }

  private call(method: keyof AppOptions, ...given: unknown[]): void {
    const handler = this.options[method] as ((...given: unknown[]) => void) | undefined
    this.ctx.guard(`App ${method}`, () => handler?.apply(this.options, given))
  }
}
