import * as glassEasel from 'glass-easel'
import type { Context } from './context'
import { crossing } from './settle'

/** A node of the page as an event shows it to the mini-program. */
interface NodeLike {
  id?: string
  dataset?: Record<string, unknown> | null
}

/** What of glass-easel's event the mini-program gets to see. */
interface ViewEvent {
  type: string
  timeStamp: number
  detail: unknown
  target: NodeLike
  currentTarget: NodeLike
  mark?: Record<string, unknown> | null
  touches?: unknown[]
  changedTouches?: unknown[]
}

type Handler = (this: unknown, event: ViewEvent) => unknown

/**
 * Event handlers run on another thread on a phone: what they get is plain data, not the node itself. And a template
 * that names a handler which the page does not have is a fault there, while the engine stays silent.
 */
export function deliverPlainEvents(ctx: Context): void {
  const lookUp = glassEasel.Component.getMethod.bind(glassEasel.Component)
  const wrapped = new WeakMap<Handler, Handler>()
  glassEasel.Component.getMethod = ((component: glassEasel.GeneralComponent, name: string) => {
    const method = lookUp(component, name) as Handler | undefined
    if (!method) {
      ctx.journal.fail(`${component.is} does not have a method "${name}" to handle an event`)
      return undefined
    }
    const known = wrapped.get(method)
    if (known) return known
    const handler: Handler = function (event) {
      return method.call(this, plainEvent(event))
    }
    wrapped.set(method, handler)
    return handler
  }) as typeof glassEasel.Component.getMethod
}

function plainEvent(event: ViewEvent): ViewEvent {
  const node = ({ id, dataset }: NodeLike) => ({
    id: id ?? '',
    dataset: dataset ?? {},
    offsetLeft: 0,
    offsetTop: 0,
  })
  return crossing({
    type: event.type,
    timeStamp: event.timeStamp,
    detail: event.detail ?? {},
    target: node(event.target),
    currentTarget: node(event.currentTarget),
    mark: event.mark ?? {},
    touches: event.touches ?? [],
    changedTouches: event.changedTouches ?? [],
  })
}

/** Where on the screen a touch is; the host has no layout, so every touch is at one place unless it moves. */
export interface Point {
  x: number
  y: number
}

/** Sends one touch event the way it travels on a phone: from the touched node up to the page. */
export function sendTouch(target: glassEasel.Element, type: string, { x, y }: Point): void {
  const touch = { identifier: 0, clientX: x, clientY: y, pageX: x, pageY: y, force: 1 }
  const lifted = type === 'touchend' || type === 'touchcancel' || type === 'tap'
  glassEasel.Event.triggerEvent(target, type, type === 'tap' ? { x, y } : {}, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches: lifted ? [] : [touch], changedTouches: [touch] },
  })
}
