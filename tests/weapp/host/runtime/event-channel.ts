import type { Context } from './context'

type Listener = (...given: unknown[]) => void

/** The talk between a page and the one it opened: what one emits, the other hears. */
export class EventChannel {
  /** The end that the opening page holds. */
  readonly opener: EventChannel
  private readonly listeners = new Map<string, Listener[]>()
  private other: EventChannel

  constructor(
    private readonly ctx: Context,
    openerListeners: Record<string, Listener> = {},
    opener?: EventChannel,
  ) {
    this.other = opener ?? new EventChannel(ctx, {}, this)
    this.opener = this.other
    for (const [name, listener] of Object.entries(openerListeners)) this.other.on(name, listener)
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  once(name: string, listener: Listener): void {
    const wrapped: Listener = (...given) => {
      this.off(name, wrapped)
      listener(...given)
    }
    this.on(name, wrapped)
  }

  off(name: string, listener?: Listener): void {
    this.listeners.set(
      name,
      listener ? (this.listeners.get(name) ?? []).filter((known) => known !== listener) : [],
    )
  }

  emit(name: string, ...given: unknown[]): void {
    for (const listener of this.other.listeners.get(name) ?? []) {
      this.ctx.guard(`event channel ${name}`, () => listener(...given))
    }
  }
}
