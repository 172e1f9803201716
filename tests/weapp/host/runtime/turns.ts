import type { HostWindow } from './context'

/** Milliseconds: what is due within them belongs to what is going on; anything later is a person's waiting. */
const SOON = 50

/** The timers of a window that are due at once: while there are any, what was begun has not come to its end. */
export class Turns {
  private readonly ahead = new Set<number>()

  constructor(private readonly window: HostWindow) {}

  readonly setTimeout = (action: (...given: unknown[]) => void, delay = 0, ...given: unknown[]): number => {
    const id = this.window.setTimeout(() => {
      this.ahead.delete(id)
      action(...given)
    }, delay)
    if (!(delay > SOON)) this.ahead.add(id)
    return id
  }

  readonly clearTimeout = (id?: number): void => {
    if (id !== undefined) this.ahead.delete(id)
    this.window.clearTimeout(id)
  }

  /** Is nothing due at once? */
  over(): boolean {
    return this.ahead.size === 0
  }
}
