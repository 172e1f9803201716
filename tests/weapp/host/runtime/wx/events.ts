import type { Context } from '../context'
import type { WxApi } from '../settle'

type Listener = (...payload: unknown[]) => void

/**
 * `wx.onX` and `wx.offX`, for every X. Nothing fires by itself: the host emits what it emulates, a test may emit the
 * rest (`app.emit('onWindowResize', …)`).
 */
export class WxEvents {
  private readonly listeners = new Map<string, Listener[]>()

  constructor(private readonly ctx: Context) {}

  emit(name: string, ...payload: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) {
      this.ctx.guard(`wx.${name}`, () => listener(...payload))
    }
  }

  heard(name: string): boolean {
    return (this.listeners.get(name) ?? []).length > 0
  }

  /** The functions themselves, for the names among `names` that are of this kind. */
  api(names: string[]): WxApi {
    const api: WxApi = {}
    for (const name of names) {
      if (/^on[A-Z]/.test(name)) api[name] = (listener: Listener) => this.add(name, listener)
      else if (/^off[A-Z]/.test(name)) {
        api[name] = (listener?: Listener) => this.remove(name.replace('off', 'on'), listener)
      }
    }
    return api
  }

  private add(name: string, listener: Listener): void {
    if (typeof listener !== 'function') throw new TypeError(`wx.${name} needs a function`)
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  private remove(name: string, listener?: Listener): void {
    this.listeners.set(
      name,
      listener ? (this.listeners.get(name) ?? []).filter((known) => known !== listener) : [],
    )
  }
}
