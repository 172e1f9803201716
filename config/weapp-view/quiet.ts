import { hooks } from '@tarojs/shared'
import { TaroRootElement } from '@tarojs/runtime'

/** A page as Taro hands it to WeChat. */
interface PageObject {
  onShow(this: object, ...given: unknown[]): void
  onHide(this: object, ...given: unknown[]): void
}

/** What a page that nobody sees has missed. */
interface Missed {
  root?: TaroRootElement
  /** Its very first drawing was among it. */
  first: boolean
}

/**
 * Nothing crosses to the view of a page that nobody sees: answers that arrive late, the network, elder mode. It is sent
 * at once, as one, when the page is shown. Taro's root collects changes between two drawings anyway; here it goes on
 * collecting.
 */
export function sleepWhileHidden(): void {
  const asleep = new WeakMap<object, Missed>()

  hooks.tap('modifyPageObject', (config) => {
    const page = config as PageObject
    const { onShow, onHide } = page
    page.onHide = function (...given) {
      asleep.set(this, { first: false })
      onHide.apply(this, given)
    }
    page.onShow = function (...given) {
      const missed = asleep.get(this)
      asleep.delete(this)
      missed?.root?.performUpdate(missed.first)
      onShow.apply(this, given)
    }
  })

  const { prototype } = TaroRootElement
  const draw = prototype.performUpdate
  prototype.performUpdate = function (first, prerender) {
    const missed = this.ctx && asleep.get(this.ctx)
    if (!missed) return draw.call(this, first, prerender)
    missed.root = this
    missed.first ||= first === true
  }
}
