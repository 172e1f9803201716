import { component } from 'glass-easel-miniprogram-adapter'
import type { HostWindow } from './context'
import type { Turns } from './turns'

type Callback = (entries: object[], observer: object) => void

/**
 * IntersectionObserver where there is no layout: what is observed counts as on the screen at once, until a test
 * says that it has left.
 */
export class Intersections {
  private readonly observers = new Set<{ targets: Set<Element>; callback: Callback }>()

  /** Gives the window an IntersectionObserver, unless it has a real one. */
  constructor(
    private readonly window: HostWindow,
    turns: Turns,
  ) {
    if ('IntersectionObserver' in window) return
    const { observers } = this
    const tell = this.tell.bind(this)
    const defined = class {
      private readonly record: { targets: Set<Element>; callback: Callback }

      constructor(callback: Callback) {
        this.record = { targets: new Set(), callback }
        observers.add(this.record)
      }

      observe(target: Element): void {
        this.record.targets.add(target)
        turns.setTimeout(() => {
          if (observers.has(this.record)) tell(this.record.callback, target, 1)
        })
      }

      unobserve(target: Element): void {
        this.record.targets.delete(target)
      }

      disconnect(): void {
        observers.delete(this.record)
      }
    }
    Object.assign(window, { IntersectionObserver: defined })
  }

  /** The element comes onto the screen (1) or leaves it (0). */
  set(element: Element, ratio: number): void {
    for (const { targets, callback } of this.observers)
      if (targets.has(element)) this.tell(callback, element, ratio)
  }

  private tell(callback: Callback, target: Element, intersectionRatio: number): void {
    const rect = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
    callback(
      [
        {
          target,
          intersectionRatio,
          isIntersecting: intersectionRatio > 0,
          boundingClientRect: rect,
          intersectionRect: rect,
          rootBounds: rect,
          time: this.window.performance.now(),
        },
      ],
      {},
    )
  }
}

interface Observing {
  createIntersectionObserver(options?: { initialRatio?: number }): unknown
}

/**
 * The adapter (0.12.1) has its first report the wrong way round: it tells when nothing was crossed and is silent when
 * something was. Starting from infinity, a crossing at the beginning is told.
 */
export function mendFirstReport(): void {
  const prototype = component.ComponentCaller.prototype as unknown as Observing
  const create = prototype.createIntersectionObserver
  prototype.createIntersectionObserver = function (this: Observing, options) {
    return create.call(this, { ...options, initialRatio: Number.POSITIVE_INFINITY })
  }
}
