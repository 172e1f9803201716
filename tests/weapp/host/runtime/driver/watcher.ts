import type { Context } from '../context'
import type { CallRecord } from '../journal'
import type { Pages } from '../pages'
import type { Dialog } from '../wx/dialogs'
import type { Platform } from '../wx/platform'
import { plain, type Finder, type FindOptions } from './find'
import { readStats, type Stats } from './stats'

/** Milliseconds between two looks at a condition. */
const LOOK_EVERY = 5
const EVERY_TURN = 0

export interface CurrentPage {
  route: string
  query: Record<string, string>
  title: string
}

/** The person's eyes: what is on the screen, and waiting until something is. */
export class Watcher {
  constructor(
    protected readonly ctx: Context,
    protected readonly pages: Pages,
    protected readonly platform: Platform,
    protected readonly finder: Finder,
    private readonly patience: number,
  ) {}

  current(): CurrentPage {
    const { route, query, title } = this.pages.current()
    return { route, query, title }
  }

  route(): string {
    return this.pages.current().route
  }

  /** The routes from the first page to the one on the screen. */
  stack(): string[] {
    return this.pages.stack.map(({ route }) => route)
  }

  /** What can be read on the page, line by line. */
  texts(): string[] {
    return this.finder.texts()
  }

  has(target: string, options: FindOptions = {}): boolean {
    return this.finder.all(target, options).length > 0
  }

  count(target: string, options: FindOptions = {}): number {
    return this.finder.all(target, options).length
  }

  text(target: string, options: FindOptions = {}): string {
    return plain(this.finder.one(target, options).textContent)
  }

  /** What stands in a field. */
  value(target: string, options: FindOptions = {}): string {
    const element = this.finder.one(target, options)
    const field = element.matches('input,textarea') ? element : element.querySelector('input,textarea')
    if (!field) throw new Error(`"${target}" is no field`)
    return (field as HTMLInputElement).value
  }

  attribute(target: string, name: string, options: FindOptions = {}): string | null {
    return this.finder.one(target, options).getAttribute(name)
  }

  /** The modal or action sheet on the screen. */
  dialog(): Dialog | undefined {
    const dialog = this.platform.dialogs.current()
    if (!dialog) return undefined
    const { kind, title, content, choices, editable } = dialog
    return { kind, title, content, choices, editable }
  }

  /** Every toast so far. */
  toasts(): string[] {
    return [...this.ctx.journal.toasts]
  }

  /** The words of the loading sign, '' when there is none. */
  loading(): string {
    return this.platform.dialogs.loading
  }

  /** The calls of one `wx` function, such as `makePhoneCall` or `cloud.callFunction`. */
  calls(name: string): CallRecord[] {
    return this.ctx.journal.calls.filter((call) => call.name === name)
  }

  /** The names of all `wx` functions called since launch, also of those that answer at once. */
  used(): string[] {
    return [...this.ctx.journal.used]
  }

  stats(): Stats {
    return readStats(this.ctx.journal, this.pages)
  }

  console(): { level: string; text: string }[] {
    return [...this.ctx.journal.console]
  }

  errors(): string[] {
    return [...this.ctx.journal.errors]
  }

  /** @param condition may throw while it does not hold yet */
  waitFor<T>(condition: () => T | Promise<T>, what = 'the condition'): Promise<NonNullable<T>> {
    return this.lookUntil(condition, what, LOOK_EVERY)
  }

  /** Until nothing is under way: nothing due at once, no call unanswered. */
  async idle(): Promise<void> {
    const isIdle = () => this.ctx.turns.over() && this.waiting() === 0
    await this.lookUntil(isIdle, 'the mini-program to come to rest', EVERY_TURN)
  }

  /** Until the mini-program has done whatever it does by itself: it may wait for calls that nobody answers. */
  async still(): Promise<void> {
    await this.lookUntil(() => this.ctx.turns.over(), 'the mini-program to do its part', EVERY_TURN)
  }

  private async lookUntil<T>(
    condition: () => T | Promise<T>,
    what: string,
    every: number,
  ): Promise<NonNullable<T>> {
    const until = this.ctx.elapsed() + this.patience
    for (;;) {
      this.check()
      let why = ''
      try {
        const value = await condition()
        if (value) return value
      } catch (error) {
        why = `: ${(error as Error).message}`
      }
      if (this.ctx.elapsed() > until) {
        throw new Error(`waited ${this.patience} ms for ${what}${why}\n${this.situation()}`)
      }
      await new Promise<void>((resolve) => this.ctx.window.setTimeout(resolve, every))
    }
  }

  async waitForText(text: string, options: FindOptions = {}): Promise<void> {
    await this.waitFor(() => this.has(text, options), `"${text}"`)
  }

  async waitForGone(target: string, options: FindOptions = {}): Promise<void> {
    await this.waitFor(() => !this.has(target, options), `"${target}" to go`)
  }

  async waitForRoute(route: string): Promise<void> {
    await this.waitFor(() => this.route() === route, `the page ${route}`)
  }

  async waitForToast(text: string): Promise<void> {
    await this.waitFor(() => this.toasts().some((toast) => toast.includes(text)), `the toast "${text}"`)
  }

  async waitForDialog(): Promise<Dialog> {
    return this.waitFor(() => this.dialog(), 'a dialog')
  }

  /** From now on errors that match must come, and fail nothing. */
  expectError(pattern: string | RegExp): void {
    this.ctx.journal.expectError(pattern)
  }

  expectedErrors(): string[] {
    return this.ctx.journal.expectedErrors()
  }

  /** Forgets calls, toasts and measures, not errors: to measure a part of a walk. */
  forget(): void {
    this.ctx.journal.forget()
  }

  /** What stands on the screen, for the message of a failed test. */
  situation(): string {
    const page = this.pages.top()
    const dialog = this.dialog()
    return [
      `page ${page?.route ?? 'none'}: ${this.texts().join(' | ').slice(0, 800)}`,
      ...(dialog ? [`dialog: ${dialog.title} ${dialog.content} [${dialog.choices.join(' / ')}]`] : []),
      ...(this.waiting() > 0 ? [`${this.waiting()} calls are unanswered`] : []),
    ].join('\n')
  }

  private waiting(): number {
    return this.ctx.pending - this.platform.waitingForPerson()
  }

  protected check(): void {
    const { errors } = this.ctx.journal
    if (errors.length === 0) return
    throw new Error(`the mini-program reported:\n  ${errors.join('\n  ')}\n${this.situation()}`)
  }
}
