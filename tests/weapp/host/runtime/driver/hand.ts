import type * as glassEasel from 'glass-easel'
import { pick, turn, type Pick } from '../components/picker'
import { slide } from '../components/choices'
import { controlOf, type Control } from '../components/control'
import type { DefaultActions } from '../components/define'
import { confirm, type } from '../components/input'
import { pullToRefresh, scroll, scrollToEnd, swipeTo } from '../components/scrolling'
import type { Context } from '../context'
import { sendTouch, type Point } from '../events'
import type { Intersections } from '../intersection'

const HERE: Point = { x: 10, y: 10 }
/** Further than a finger trembles. */
const SWIPE_STEPS = 4

/** The person's finger: it touches elements of the document, and the engine and the built-ins do the rest. */
export class Hand {
  constructor(
    private readonly ctx: Context,
    private readonly actions: DefaultActions,
    private readonly intersections: Intersections,
  ) {}

  /** Does this very element hear a tap, not only what is around it? */
  canTap(element: HTMLElement): boolean {
    const { __wxElement: node } = element as EngineNode
    return node !== undefined && listens(node, ['tap']) && !element.closest('wx-button[disabled]')
  }

  /** @throws when the element is in a disabled button, or nothing there hears a tap */
  tap(element: HTMLElement): void {
    const button = controlOf(element.closest('wx-button'))
    if (button?.flag('disabled')) throw new Error(`the button "${button.element.textContent}" is disabled`)
    const target = nodeOf(element)
    if (!hears(target, ['tap'])) {
      throw new Error(
        `nothing on the page hears a tap on <${element.tagName.toLowerCase()}> "${element.textContent}"`,
      )
    }
    this.touching()
    sendTouch(target, 'touchstart', HERE)
    sendTouch(target, 'touchend', HERE)
    this.actions.length = 0
    sendTouch(target, 'tap', HERE)
    for (const action of this.actions.splice(0)) action.run()
  }

  longPress(element: HTMLElement): void {
    const target = nodeOf(element)
    if (!hears(target, ['longpress', 'longtap']))
      throw new Error('nothing on the page hears a long press there')
    this.touching()
    sendTouch(target, 'touchstart', HERE)
    sendTouch(target, 'longpress', HERE)
    sendTouch(target, 'touchend', HERE)
  }

  /** Draws the finger over an element by so many px. */
  drag(element: HTMLElement, dx: number, dy: number): void {
    const target = nodeOf(element)
    this.touching()
    sendTouch(target, 'touchstart', HERE)
    for (let step = 1; step <= SWIPE_STEPS; step += 1) {
      sendTouch(target, 'touchmove', {
        x: HERE.x + (dx * step) / SWIPE_STEPS,
        y: HERE.y + (dy * step) / SWIPE_STEPS,
      })
    }
    sendTouch(target, 'touchend', { x: HERE.x + dx, y: HERE.y + dy })
  }

  type(element: HTMLElement, text: string): void {
    this.touching()
    type(control(element, ['input', 'textarea']), text)
  }

  confirm(element: HTMLElement): void {
    this.touching()
    confirm(control(element, ['input', 'textarea']))
  }

  pick(element: HTMLElement, choice: Pick): void {
    const wheel = control(element, ['picker', 'picker-view'])
    if (wheel.tag === 'picker-view') turn(wheel, choice as number[])
    else {
      this.tap(element)
      pick(wheel, choice)
    }
  }

  slide(element: HTMLElement, value: number): void {
    this.touching()
    slide(control(element, ['slider']), value)
  }

  swipeTo(element: HTMLElement, index: number): void {
    this.touching()
    swipeTo(control(element, ['swiper']), index)
  }

  scroll(element: HTMLElement, top: number): void {
    scroll(control(element, ['scroll-view']), top)
  }

  scrollToEnd(element: HTMLElement): void {
    scrollToEnd(control(element, ['scroll-view']))
  }

  pullDown(element: HTMLElement): void {
    pullToRefresh(control(element, ['scroll-view']))
  }

  /** For the page's observers: the element comes into view, or leaves it. */
  see(element: HTMLElement, visible: boolean): void {
    this.intersections.set(element, visible ? 1 : 0)
  }

  /** Makes a built-in tell something that the host has no gesture for, such as `markertap` of a map. */
  trigger(element: HTMLElement, event: string, detail: unknown): void {
    const found = controlOf(element)
    if (!found) throw new Error(`<${element.tagName.toLowerCase()}> is no built-in component`)
    found.emit(event, detail)
  }

  private touching(): void {
    this.ctx.touchedAt = this.ctx.elapsed()
  }
}

/** The control that an element is, is in, or has in it. */
function control(element: HTMLElement, tags: string[]): Control {
  const selector = tags.map((tag) => `wx-${tag}`).join(',')
  const inside = element.querySelectorAll(selector)
  const found =
    controlOf(element.closest(selector)) ?? (inside.length === 1 ? controlOf(inside[0]) : undefined)
  if (!found)
    throw new Error(`<${element.tagName.toLowerCase()}> "${element.textContent}" is no ${tags.join(' or ')}`)
  return found
}

interface EngineNode {
  __wxElement?: glassEasel.Element
}

function nodeOf(element: HTMLElement): glassEasel.Element {
  for (let node: HTMLElement | null = element; node; node = node.parentElement) {
    const found = (node as EngineNode).__wxElement
    if (found) return found
  }
  throw new Error('the element is not part of a page')
}

/** What glass-easel keeps of the listeners of a node. */
interface Listening {
  _$eventTarget?: {
    listeners: Record<string, Listeners>
    captureListeners: Record<string, Listeners> | null
  } | null
}

interface Listeners {
  funcArr: { _$arr: unknown[] | null }
}

/** Does the node, or one around it, listen? A tap that nobody hears is a test's mistake or a page's. */
function hears(target: glassEasel.Element, events: string[]): boolean {
  for (let node: glassEasel.Element | null = target; node; node = above(node)) {
    if (listens(node, events)) return true
  }
  return false
}

function listens(node: glassEasel.Element, events: string[]): boolean {
  const { _$eventTarget: heard } = node as unknown as Listening
  const count = (event: string) =>
    [heard?.listeners, heard?.captureListeners].reduce(
      (sum, all) => sum + (all?.[event]?.funcArr._$arr?.length ?? 0),
      0,
    )
  const control = controlOf((node as unknown as { getBackendElement(): Element | null }).getBackendElement())
  // A button listens to itself; that counts only when it would then do something.
  const own = control?.builtIn.tapped ? 1 : 0
  if (own && events.includes('tap') && (control?.builtIn.acts?.(control) ?? true)) return true
  return events.some((event) => count(event) > (event === 'tap' ? own : 0))
}

function above(node: glassEasel.Element): glassEasel.Element | null {
  if (node.parentNode) return node.parentNode
  const shadow = node as unknown as { getHostNode?(): glassEasel.Element }
  return shadow.getHostNode?.() ?? null
}
