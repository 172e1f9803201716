/**
 * What the parts of the host tell each other. Everything in `Program` is plain data, so that it can also be handed
 * to a page of a real browser.
 */

export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

/** app.json, as far as the host acts on it. */
export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[]; independent?: boolean }[]
  subpackages?: { root: string; pages: string[]; independent?: boolean }[]
  window?: FileConfig
  tabBar?: { custom?: boolean; list: TabItem[] }
  usingComponents?: Record<string, string>
  preloadRule?: Record<string, { packages: string[] }>
  lazyCodeLoading?: string
  requiredPrivateInfos?: string[]
  permission?: Record<string, { desc: string }>
  __usePrivacyCheck__?: boolean
}

/** The .json beside a page or a component. */
export interface FileConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  styleIsolation?: string
  navigationBarTitleText?: string
  enablePullDownRefresh?: boolean
  disableScroll?: boolean
}

/** A mini-program after `compile`: names are paths inside the package without their ending. */
export interface Program {
  app: AppConfig
  /** Every page, main package first. */
  pages: string[]
  configs: Record<string, FileConfig>
  scripts: Record<string, string>
  styles: Record<string, string>
  /** Selectors that make something invisible, per wxss file; see runtime/visibility.ts. */
  displayRules: Record<string, DisplayRule[]>
  /** A JavaScript expression that builds all templates, made by glass-easel's compiler. */
  templates: string
  /** Built-in tag → the attributes that the output uses on it. */
  attributes: Record<string, string[]>
  /** Files of the package that are not code, such as `assets/home.png`. */
  assets: string[]
  /** Every function name of `wx`, from miniprogram-api-typings. */
  apiNames: string[]
}

export interface DisplayRule {
  selector: string
  /** Empty, or the condition of the `@media` around it. */
  media: string
  visible: boolean
}

/** The way to the cloud, as one person. Bytes cross it, nothing else of the host does. */
export interface Bridge {
  /**
   * What `wx.cloud.callFunction` gives as `result`; rejects when the call itself fails, with `errCode` where WeChat
   * has a number for it.
   */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** @returns the file id */
  uploadFile(cloudPath: string, bytes: Uint8Array): Promise<string>
  /** @returns one address a file id; absent where clients have no right to ask */
  getTempFileURL?(fileIds: string[]): Promise<string[]>
  /** Fetches a picture by its address. Without it every address counts as reachable. */
  download?(url: string): Promise<Uint8Array>
  /** A new single-use code for the phone number of this person. */
  phoneCode?(): string
}

/** A photo, a scan or a recording that the test puts into the phone. */
export interface Media {
  /** With its ending, which decides the kind: `pothole.jpg`. */
  name: string
  bytes: Uint8Array
  width?: number
  height?: number
  /** Milliseconds, of a recording. */
  duration?: number
}

export interface Place {
  name?: string
  address?: string
  latitude: number
  longitude: number
}

/**
 * How the person answers what the platform itself asks. A question without an answer is an error: the test must say
 * what the person does. `deny` is a permission refused, `cancel` a chooser closed.
 */
export interface Answers {
  /** The platform's own privacy dialog, shown when the app has none of its own. */
  privacy?: 'agree' | 'refuse'
  /** chooseMedia, chooseImage, chooseMessageFile: the files in the album, taken from the front. */
  media?: Media[] | 'cancel' | 'deny'
  /** chooseLocation and getLocation. */
  location?: Place | 'cancel' | 'deny'
  /** The button that asks for the phone number: hand it over, by a code from the bridge or by this one. */
  phoneNumber?: 'allow' | { code: string } | 'deny'
  /** requestSubscribeMessage: one answer for all templates, or one each. */
  subscribe?: SubscribeAnswer | Record<string, SubscribeAnswer>
  /** scanCode: the text in the code. */
  scan?: string | 'cancel'
  /** Saving a picture to the album. */
  album?: 'allow' | 'deny'
  /** The microphone: what it records. */
  voice?: Media | 'deny'
}

export type SubscribeAnswer = 'accept' | 'reject' | 'ban'

/** What outlives one start of the mini-program on the same phone: give it to the next `launch`. */
export interface Phone {
  storage: Record<string, string>
  /** Files under wx.env.USER_DATA_PATH and saved files. */
  files: Map<string, Uint8Array>
  clipboard: string
  privacyAgreed: boolean
  /** `scope.userLocation` → allowed; a scope never asked for is absent. */
  scopes: Record<string, boolean>
}

export interface SetDataRecord {
  page: string
  /** UTF-8 bytes of the JSON that would cross to the view. */
  bytes: number
  /** Milliseconds that applying it took here. */
  ms: number
  /** Milliseconds since launch. */
  at: number
  /** The page, or the whole app, was not on the screen. */
  hidden: boolean
}

export interface HostOptions {
  program: Program
  bridge: Bridge
  /** Page and query to start with, such as `pages/ticket/index?id=1`; the first page otherwise. */
  entry?: string
  /** WeChat's number for the way the person came in: 1001 from the list, 1011 by QR code. */
  scene?: number
  answers?: Answers
  phone?: Phone
  /** Fields of `wx.getSystemInfo` to differ from the phone assumed, such as `windowWidth`. */
  device?: Record<string, unknown>
  /** Put the style sheets into the document: needed for pictures, slow in jsdom. */
  painted?: boolean
  /** Runs a script in the window; the window's own `eval` otherwise, which compiles it anew for every launch. */
  run?(script: string, name: string): unknown
}
