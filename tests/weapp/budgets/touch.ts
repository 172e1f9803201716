import { BridgeFailure, type App, type Bridge } from '../host'

/** Something on the page that a finger can do something to. */
export interface Target {
  id: string
  role: string
  words: string
  /** The words of the group it belongs to, such as the question of a radio. */
  group: string
}

export const OPENERS = ['button', 'link', 'tab']
export const CHOICES = ['radio', 'checkbox', 'switch']

/** What can be tapped: inside the form that lies over the page, if one does. One of several that say the same. */
export function targetsOn(app: App, roles: readonly string[]): Target[] {
  const found = new Map<string, Target>()
  for (const element of front(app).querySelectorAll<HTMLElement>(
    roles.map((role) => `[role="${role}"]`).join(),
  )) {
    const role = element.getAttribute('role')!
    const words =
      element.getAttribute('aria-label') ?? (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    const group =
      element.parentElement?.closest('[role="radiogroup"],[role="group"]')?.getAttribute('aria-label') ?? ''
    const key = [role, group, words].join()
    if (!found.has(key)) found.set(key, { id: element.id, role, words, group })
  }
  return [...found.values()]
}

/** Text fields, by their id and label. */
export function fieldsOn(app: App): { id: string; label: string; text: string }[] {
  return [...front(app).querySelectorAll<HTMLElement>('wx-input,wx-textarea')].map((element) => ({
    id: element.id,
    label: element.getAttribute('aria-label') ?? '',
    // A keyboard for numbers has no letters.
    text: element.tagName === 'WX-INPUT' ? '13800138000' : '写几个字',
  }))
}

function front(app: App): Element {
  const page = app.window.document.querySelector('.wx-page:not([hidden])')
  if (!page) throw new Error('no page is open')
  const dialogs = page.querySelectorAll('[role="dialog"]')
  return dialogs[dialogs.length - 1] ?? page
}

export interface Change {
  bytes: number
  /** Of the largest single setData. */
  largest: number
  calls: number
  /** The page shows more or fewer nodes than before: more than one field has changed. */
  rebuilt: boolean
}

/** What an action changes on the page in front, until it has come to rest. */
export async function changeBy(app: App, act: () => Promise<void>): Promise<Change> {
  const route = app.route()
  const { nodes } = app.stats().page
  app.forget()
  await act()
  await app.still()
  const setData = app.stats().setData.filter(({ page }) => page === route)
  return {
    bytes: setData.reduce((sum, { bytes }) => sum + bytes, 0),
    largest: Math.max(0, ...setData.map(({ bytes }) => bytes)),
    calls: setData.length,
    rebuilt: app.route() !== route || app.stats().page.nodes !== nodes,
  }
}

/**
 * A way to the cloud that stops answering once `hold` is called: what a tap does by itself can then be seen. From
 * `letGo` on it answers again, and `drop` tells those that have waited that there was no network.
 */
export class Held {
  private held = false
  private readonly waiting: ((failure: Error) => void)[] = []
  readonly bridge: Bridge

  constructor(door: Bridge) {
    this.bridge = {
      ...door,
      callFunction: (name, data) =>
        this.held ? new Promise((_, reject) => this.waiting.push(reject)) : door.callFunction(name, data),
    }
  }

  hold(): void {
    this.held = true
  }

  letGo(): void {
    this.held = false
  }

  drop(): void {
    for (const reject of this.waiting.splice(0)) reject(new BridgeFailure('the page that asked is gone', -1))
  }
}
