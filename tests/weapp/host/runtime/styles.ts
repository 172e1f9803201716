import type { Context } from './context'
import type { DisplayRule } from './types'

/** What WeChat's own components look like where a mini-program says nothing. */
const BASE = `:root{--rpx:calc(100vw / 750)}
body{margin:0;font-family:sans-serif}
.wx-page{display:block;min-height:100vh}
.wx-page[hidden],[wx-hidden]{display:none!important}
wx-view,wx-scroll-view,wx-form,wx-swiper,wx-swiper-item,wx-picker,wx-radio-group,wx-checkbox-group,wx-navigator,
wx-rich-text,wx-cover-view,wx-picker-view,wx-picker-view-column,wx-slider,wx-progress{display:block}
wx-text,wx-label{display:inline}
wx-text{white-space:pre-line}
wx-button{display:block;position:relative;box-sizing:border-box;margin:0 auto;padding:0 14px;font-size:18px;
line-height:2.55555556;text-align:center;border-radius:5px;overflow:hidden;color:#000;background:#f8f8f8}
wx-button[type=primary]{color:#fff;background:#1aad19}
wx-button[disabled]{color:rgba(0,0,0,.3)}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden}
wx-image>img{width:100%;height:100%}
wx-image[mode=aspectFill]>img{object-fit:cover}
wx-image[mode=aspectFit]>img{object-fit:contain}
wx-image[mode=widthFix]{height:auto}
wx-input,wx-textarea{display:block;overflow:hidden;min-height:1.4em}
wx-textarea{width:300px;height:150px}
wx-input>input,wx-textarea>textarea{border:0;outline:0;padding:0;width:100%;height:100%;font:inherit;color:inherit;
background:none;resize:none;box-sizing:border-box}
wx-switch,wx-checkbox,wx-radio{display:inline-block;min-width:22px;height:22px;border:1px solid #d1d1d1}
wx-switch{width:52px;border-radius:16px}
wx-radio{border-radius:50%}
wx-switch[aria-checked=true],wx-checkbox[aria-checked=true],wx-radio[aria-checked=true]{background:#09bb07}
wx-swiper{height:150px;overflow:hidden}`

/** The style sheets of the pages, and what they say about being visible. */
export class Styles {
  private readonly sheets = new Map<string, HTMLStyleElement>()

  constructor(private readonly ctx: Context) {
    if (!ctx.painted) return
    this.add('base', BASE)
    this.show('app')
  }

  /** Only the sheets of the page on the screen count: a page's wxss does not reach another page. */
  show(page: string): void {
    if (!this.ctx.painted) return
    const { styles, pages } = this.ctx.program
    for (const [name, css] of Object.entries(styles)) if (!this.sheets.has(name)) this.add(name, css)
    for (const [name, sheet] of this.sheets) {
      sheet.media = name !== page && pages.includes(name) ? 'not all' : 'all'
    }
  }

  /** Is the element shown, by its own style, by `hidden` and by the wxss of its page? */
  isVisible(element: Element, page: string): boolean {
    const rules = ['app', page].flatMap((name) => this.ctx.program.displayRules[name] ?? [])
    const active = rules.filter((rule) => this.mediaMatches(rule.media))
    for (
      let node: Element | null = element;
      node && node !== this.ctx.document.body;
      node = node.parentElement
    ) {
      if (node.hasAttribute('hidden') || node.hasAttribute('wx-hidden')) return false
      const own = (node as HTMLElement).style?.display
      if (own === 'none' || (!own && !displayedBy(active, node))) return false
    }
    return true
  }

  /** Inline styles may say `12rpx`, which no browser knows. */
  convertRpx(element: Element): void {
    const setAttribute = element.setAttribute.bind(element)
    element.setAttribute = (name: string, value: string) =>
      setAttribute(
        name,
        name === 'style' ? value.replace(/(-?[\d.]+)rpx\b/g, 'calc(var(--rpx) * $1)') : value,
      )
  }

  private add(name: string, css: string): void {
    const sheet = this.ctx.document.createElement('style')
    sheet.setAttribute('data-wxss', name)
    sheet.textContent = css
    this.ctx.document.head.appendChild(sheet)
    this.sheets.set(name, sheet)
  }

  /** Widths only, which is what a mini-program's media queries ask for; what is for paper is not for a screen. */
  private mediaMatches(media: string): boolean {
    if (/\bprint\b/.test(media)) return false
    const width = Number(this.ctx.device.windowWidth)
    return [...media.matchAll(/\((min|max)-width:\s*([\d.]+)px\)/g)].every(([, side, px]) =>
      side === 'min' ? width >= Number(px) : width <= Number(px),
    )
  }
}

/** The last matching rule decides; specificity is not weighed. */
function displayedBy(rules: DisplayRule[], node: Element): boolean {
  let visible = true
  for (const rule of rules)
    if (rule.visible !== visible && matches(node, rule.selector)) visible = rule.visible
  return visible
}

function matches(node: Element, selector: string): boolean {
  try {
    return node.matches(selector)
  } catch {
    // A pseudo-element or a selector that this document does not know: it hides no element.
    return false
  }
}
