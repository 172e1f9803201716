import type { Application } from '../application'
import type { Pick } from '../components/picker'
import type { Context } from '../context'
import type { Pages } from '../pages'
import type { Answers } from '../types'
import type { Platform } from '../wx/platform'
import { wordsOf, type Finder, type FindOptions } from './find'
import type { Hand } from './hand'
import { Watcher } from './watcher'

/**
 * The person with the phone in hand, as tests write it. Every action waits until what it acts on is on the page;
 * every method that waits throws when the mini-program has reported an error.
 */
export class Driver extends Watcher {
  constructor(
    ctx: Context,
    pages: Pages,
    platform: Platform,
    finder: Finder,
    patience: number,
    private readonly application: Application,
    private readonly hand: Hand,
  ) {
    super(ctx, pages, platform, finder, patience)
  }

  /** Taps what reads so, or what the selector finds; also a switch, a checkbox, a label, a link. */
  tap(target: string, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.tap(element))
  }

  /** The words on everything on the page that can be tapped. */
  tappable(): string[] {
    return this.finder
      .everything()
      .filter((element) => this.hand.canTap(element))
      .map(wordsOf)
      .filter(Boolean)
  }

  longPress(target: string, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.longPress(element))
  }

  /** Draws the finger over something by so many px. */
  drag(target: string, dx: number, dy: number, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.drag(element, dx, dy))
  }

  /** Types into a field, replacing what stands there, and leaves it. */
  input(target: string, text: string, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.type(element, text))
  }

  /** Presses the key at the lower right of the keyboard. */
  confirm(target: string, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.confirm(element))
  }

  /** Opens a picker and chooses: a word or index, a date, one choice a column; null closes it. */
  pick(target: string, choice: Pick, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.pick(element, choice))
  }

  /** Moves a slider. */
  slide(target: string, value: number, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.slide(element, value))
  }

  /** Wipes a swiper to a slide, counted from 0. */
  swipeTo(target: string, index: number, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.swipeTo(element, index))
  }

  /** Scrolls a scroll-view to so many px from its top. */
  scroll(target: string, top: number, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.scroll(element, top))
  }

  /** Brings something into view for the page's intersection observers, or out of it. */
  see(target: string, visible: boolean, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.see(element, visible))
  }

  /** Makes a built-in component tell what the host has no gesture for, such as `markertap` of a map. */
  trigger(target: string, event: string, detail: unknown = {}, options?: FindOptions): Promise<void> {
    return this.act(target, options, (element) => this.hand.trigger(element, event, detail))
  }

  /** To the end of the page, or of a scroll-view. */
  async reachBottom(target?: string): Promise<void> {
    if (target !== undefined) return this.act(target, {}, (element) => this.hand.scrollToEnd(element))
    this.pages.call(this.pages.current(), 'onReachBottom')
    return this.turn()
  }

  /** Pulls the page down, or a scroll-view with a refresher. */
  async pullDown(target?: string): Promise<void> {
    if (target !== undefined) return this.act(target, {}, (element) => this.hand.pullDown(element))
    const page = this.pages.current()
    if (!page.config.enablePullDownRefresh && !this.ctx.program.app.window?.enablePullDownRefresh) {
      throw new Error(`${page.route} cannot be pulled down (enablePullDownRefresh)`)
    }
    this.pages.call(page, 'onPullDownRefresh')
    return this.turn()
  }

  /** Taps an item of the tab bar. */
  async tab(text: string): Promise<void> {
    const list = this.ctx.program.app.tabBar?.list ?? []
    const index = list.findIndex((item) => item.text === text)
    if (index < 0)
      throw new Error(`the tab bar has ${list.map((item) => item.text).join(' / ')}, not "${text}"`)
    if (!this.pages.isTab(this.route())) throw new Error(`${this.route()} shows no tab bar`)
    const { pagePath } = list[index]
    this.pages.switchTab(`/${pagePath}`)
    this.pages.call(this.pages.current(), 'onTabItemTap', { index, pagePath, text })
    return this.turn()
  }

  /** The arrow at the upper left. */
  async back(): Promise<void> {
    this.pages.navigateBack()
    return this.turn()
  }

  /** Shares by the menu at the upper right; gives what the card would show. */
  async share(): Promise<unknown> {
    const page = this.pages.current()
    if (typeof page.mounted.instance.onShareAppMessage !== 'function')
      throw new Error(`${page.route} cannot be shared`)
    const card = await this.pages.call(page, 'onShareAppMessage', { from: 'menu' })
    this.check()
    return card
  }

  /** Opens another page as a link from outside would: a notice, a QR code. */
  async open(url: string): Promise<void> {
    this.pages.reLaunch(url.startsWith('/') ? url : `/${url}`)
    return this.turn()
  }

  /** The mini-program goes to the background; `show` brings it back. */
  async hide(): Promise<void> {
    this.application.hide()
    this.pages.call(this.pages.top(), 'onHide')
    return this.turn()
  }

  async show(): Promise<void> {
    this.application.show()
    this.pages.call(this.pages.top(), 'onShow')
    return this.turn()
  }

  /**
   * Answers the modal or action sheet, waiting for it.
   * @param choice true is the first button, false the second or closing it, words the button or line that reads so
   * @param text typed into an editable modal
   */
  async answerModal(choice: boolean | string, text?: string): Promise<void> {
    const { kind, choices } = await this.waitForDialog()
    // A sheet has no second button: no is to close it.
    const no = kind === 'modal' ? choices[1] : null
    const words = typeof choice === 'string' ? choice : choice ? choices[0] : no
    this.platform.dialogs.answer(words ?? null, text)
    return this.turn()
  }

  /** Says how the person answers the platform from now on. */
  answer(answers: Answers): void {
    Object.assign(this.ctx.answers, answers)
  }

  /** Takes the network away, or gives it back. */
  offline(offline: boolean): void {
    this.platform.network.setOffline(offline)
  }

  /** Fires a `wx.onX` event that the host does not fire itself. */
  async emit(event: string, payload: unknown): Promise<void> {
    this.platform.events.emit(event, payload)
    return this.turn()
  }

  private async act(
    target: string,
    options: FindOptions | undefined,
    action: (element: HTMLElement) => void,
  ): Promise<void> {
    const element = await this.waitFor(() => this.finder.one(target, options), `"${target}"`)
    const dialog = this.dialog()
    if (dialog) throw new Error(`a dialog covers the page: ${dialog.title} ${dialog.content}`)
    action(element)
    return this.turn()
  }

  /** Lets the mini-program take in what was done, then looks for errors. */
  private async turn(): Promise<void> {
    await new Promise<void>((resolve) => this.ctx.window.setTimeout(resolve, 0))
    this.check()
  }
}
