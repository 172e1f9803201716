import type { Context } from '../context'
import type { Pages } from '../pages'
import type { View } from '../view'

/** How to find something on the page on the screen: words that stand there, or a selector. */
export interface FindOptions {
  /** Look only inside this (selector or words). */
  within?: string
  /** Which one, counted from 0, where several are alike. */
  nth?: number
}

/** Words, unless it begins like a selector: `#id`, `.class`, `[attribute]`, `wx-button`. */
export function isSelector(target: string): boolean {
  return /^([#.[]|wx-)/.test(target)
}

/** `  a\n b ` → `a b`, as a reader takes it in. */
export function plain(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** Looks at the page as a person does: only what is on the screen and visible. */
export class Finder {
  constructor(
    private readonly ctx: Context,
    private readonly pages: Pages,
    private readonly view: View,
  ) {}

  /** @throws when nothing, or more than one thing, answers to the target */
  one(target: string, options: FindOptions = {}): HTMLElement {
    const found = this.all(target, options)
    const { nth } = options
    if (nth !== undefined) {
      if (!found[nth])
        throw new Error(`"${target}" stands ${found.length} times on the page, so there is no nth ${nth}`)
      return found[nth]
    }
    if (found.length === 0) throw new Error(`"${target}" is not on the page`)
    if (found.length > 1) {
      const alike = found
        .slice(0, 5)
        .map((element) => `<${element.tagName.toLowerCase()}> ${plain(element.textContent).slice(0, 30)}`)
      throw new Error(
        `"${target}" stands ${found.length} times on the page; say nth or within:\n  ${alike.join('\n  ')}`,
      )
    }
    return found[0]
  }

  all(target: string, { within }: FindOptions = {}): HTMLElement[] {
    const page = this.pages.top()
    if (!page) return []
    const area = within === undefined ? page.mounted.element : this.one(within)
    const found = isSelector(target)
      ? [...area.querySelectorAll<HTMLElement>(target)]
      : this.byWords(area, target)
    return found.filter((element) => this.view.styles.isVisible(element, page.route))
  }

  /** Every visible element of the page, in its order. */
  everything(): HTMLElement[] {
    const page = this.pages.top()
    if (!page) return []
    const elements = [...page.mounted.element.querySelectorAll<HTMLElement>('*')]
    return elements.filter((element) => this.view.styles.isVisible(element, page.route))
  }

  /** What can be read on the page, line by line: the words of each innermost element. */
  texts(): string[] {
    const page = this.pages.top()
    if (!page) return []
    const lines: string[] = []
    const walker = this.ctx.document.createTreeWalker(
      page.mounted.element,
      this.ctx.window.NodeFilter.SHOW_TEXT,
    )
    let last: Element | null = null
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      const words = plain(textContent)
      if (!words || !parentElement || !this.view.styles.isVisible(parentElement, page.route)) continue
      if (parentElement === last) lines[lines.length - 1] += ` ${words}`
      else lines.push(words)
      last = parentElement
    }
    return lines
  }

  /**
   * Elements that read exactly so, by their text, their `aria-label` or their placeholder; if none does, those that
   * contain the words. Of nested ones the innermost counts.
   */
  private byWords(area: HTMLElement, words: string): HTMLElement[] {
    const wanted = plain(words)
    const elements = [...area.querySelectorAll<HTMLElement>('*')]
    const exact = elements.filter((element) => readings(element).includes(wanted))
    const found =
      exact.length > 0 ? exact : elements.filter((element) => plain(element.textContent).includes(wanted))
    return found.filter((element) => !found.some((other) => other !== element && element.contains(other)))
  }
}

/** What a person would call the element: its words, or its label for those who cannot see. */
export function wordsOf(element: HTMLElement): string {
  return plain(element.textContent) || (element.getAttribute('aria-label') ?? '')
}

function readings(element: HTMLElement): string[] {
  return [
    plain(element.textContent),
    element.getAttribute('aria-label') ?? '',
    element.getAttribute('placeholder') ?? '',
  ]
}
