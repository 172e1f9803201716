import type { GeneralComponent } from 'glass-easel'
import type { Context } from '../context'

/** One built-in component on a page: what the mini-program set on it, what it shows, what it tells. */
export class Control {
  /** The element in the document, `<wx-input>`. */
  readonly element: HTMLElement
  /** The browser's own element inside it, where there is one. */
  inner: HTMLElement | undefined

  constructor(
    readonly ctx: Context,
    readonly tag: string,
    readonly component: GeneralComponent,
    readonly builtIn: BuiltIn,
  ) {
    this.element = component.getBackendElement() as unknown as HTMLElement
  }

  /** A property by its name in camel case; undefined when the mini-program did not set it. */
  get(name: string): unknown {
    return (this.component.data as Record<string, unknown>)[name] ?? undefined
  }

  text(name: string): string {
    const value = this.get(name)
    return value === undefined ? '' : String(value)
  }

  flag(name: string): boolean {
    const value = this.get(name)
    return value === true || (typeof value === 'string' && value !== '' && value !== 'false')
  }

  number(name: string, otherwise: number): number {
    const value = this.get(name)
    return value === undefined || value === '' ? otherwise : Number(value)
  }

  /**
   * The component changes its own property, as a switch does when it is tapped: setting the old value again is then
   * a change that shows.
   */
  set(name: string, value: unknown): void {
    this.component.setData({ [name]: value })
  }

  emit(type: string, detail: unknown = {}, options: { bubbles?: boolean } = {}): void {
    this.component.triggerEvent(type, detail, { bubbles: options.bubbles ?? false, composed: false })
  }

  /** The nearest built-in of a kind around this one. */
  around(tag: string): Control | undefined {
    return controlOf(this.element.parentElement?.closest(`wx-${tag}`) ?? null)
  }

  /** The built-ins of some kinds inside this one, in the order of the page. */
  inside(...tags: string[]): Control[] {
    const found = this.element.querySelectorAll(tags.map((tag) => `wx-${tag}`).join(','))
    return Array.from(found, (element) => controlOf(element)).filter((control) => control !== undefined)
  }
}

const controls = new WeakMap<Element, Control>()

export function controlOf(element: Element | null): Control | undefined {
  return element ? controls.get(element) : undefined
}

export function remember(control: Control): void {
  controls.set(control.element, control)
}

/** What makes one built-in tag different from a plain box. */
export interface BuiltIn {
  /** Properties it reads besides those that the output uses. */
  properties?: string[]
  created?(control: Control): void
  /** Called when the mini-program, or the component itself, changes a property. */
  changed?: Record<string, (control: Control, value: unknown) => void>
  /** What a tap does by itself, after the mini-program's own handlers. */
  tapped?(control: Control): void
  /** Whether a tap would do anything as its properties are now; without it, always. */
  acts?(control: Control): boolean
  /** Its value in a form. */
  value?(control: Control): unknown
  /** Back to what the form began with. */
  reset?(control: Control): void
}
