import { Journal, readable } from './journal'
import { Turns } from './turns'
import type { Answers, Bridge, HostOptions, Phone, Program } from './types'

/** The window that the host runs in: jsdom's or a browser's. */
export type HostWindow = Window & typeof globalThis

/**
 * What every part of the host works with. It knows neither pages nor `wx`; the parts that do are handed to each
 * other by `createHost`.
 */
export class Context {
  readonly window: HostWindow
  readonly document: Document
  readonly program: Program
  readonly bridge: Bridge
  readonly answers: Answers
  readonly phone: Phone
  readonly journal = new Journal()
  readonly turns: Turns
  readonly painted: boolean
  readonly run: NonNullable<HostOptions['run']>
  readonly device: Record<string, unknown>
  readonly startedAt: number
  /** No network: settable by `offline(true)`. */
  offline = false
  /** The mini-program is in the background. */
  inBackground = false
  closed = false
  /** Asynchronous `wx` calls that have not answered yet, and pictures under way. */
  pending = 0
  /** When the person last touched the screen: some questions may only follow a touch. */
  touchedAt = Number.NEGATIVE_INFINITY

  /** Called with every error, so that `App.onError` and `wx.onError` hear of it too. */
  onError: (message: string) => void = () => {}

  constructor(window: HostWindow, options: HostOptions) {
    this.window = window
    this.document = window.document
    this.turns = new Turns(window)
    this.program = options.program
    this.bridge = options.bridge
    this.answers = { ...options.answers }
    this.phone = options.phone ?? newPhone()
    this.painted = options.painted ?? false
    this.run = options.run ?? ((script, name) => window.eval(`${script}\n//# sourceURL=${name}`) as unknown)
    this.device = { ...PHONE, ...options.device }
    this.startedAt = window.performance.now()
  }

  /** Runs something in a later turn, as everything that crosses to the platform and back does. */
  later(action: () => void, delay = 0): void {
    this.turns.setTimeout(() => {
      if (!this.closed) action()
    }, delay)
  }

  /** Milliseconds since launch. */
  elapsed(): number {
    return this.window.performance.now() - this.startedAt
  }

  /** An error inside the mini-program's code: it fails the test and is told to the mini-program. */
  report(where: string, error: unknown): void {
    if (this.closed) return
    const message = `${where}: ${readable(error)}`
    this.journal.fail(message)
    try {
      this.onError(message)
    } catch (second) {
      this.journal.fail(`onError: ${readable(second)}`)
    }
  }

  /** Runs code of the mini-program; what it throws is reported and does not stop the host, as on a phone. */
  guard<T>(where: string, action: () => T): T | undefined {
    try {
      return action()
    } catch (error) {
      this.report(where, error)
      return undefined
    }
  }
}

export function newPhone(): Phone {
  return { storage: {}, files: new Map(), clipboard: '', privacyAgreed: false, scopes: {} }
}

/** The phone assumed: a middling one with a notch. Sizes in px. */
const PHONE = {
  brand: 'HUAWEI',
  model: 'P30',
  system: 'Android 10',
  platform: 'android',
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.8.12',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  fontSizeSetting: 16,
  benchmarkLevel: 20,
  theme: 'light',
  deviceOrientation: 'portrait',
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
  locationEnabled: true,
  wifiEnabled: true,
}
