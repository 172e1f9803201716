import type { CallBody, Envelope } from '@core/contracts'

/** A photo chosen on this device and not yet sent. `path` can be shown by an Image. */
export interface LocalPhoto {
  path: string
}

/**
 * The way from this device to the cloud. Two builds, two ways (`@transport`): `weapp/` through wx.cloud, `h5/` over
 * HTTP to the local cloud. Every method that finds no way rejects with a NetworkFailure; nothing else may.
 */
export interface Transport {
  /** Once, when the app starts and before the first call. */
  start(): void
  /** Asks the function `name`; an error the function answers is inside the envelope. */
  call(name: string, body: CallBody): Promise<Envelope<unknown>>
  /** Camera or album, after the privacy consent where the platform wants one. Empty when the person changes their mind. */
  pickPhotos(count: number): Promise<LocalPhoto[]>
  /** Uploads as it is; resolves with the cloud's file id. `onProgress` gets 0–100. */
  uploadPhoto(photo: LocalPhoto, onProgress: (percent: number) => void): Promise<string>
  /** Moves a photo to where it survives closing the page, as far as the platform can (R-T2). */
  keepPhoto(photo: LocalPhoto): Promise<LocalPhoto>
  /** True until the device says there is no network. */
  isOnline(): boolean
  /** Tells every change of the network; returns how to stop. */
  onOnlineChange(listener: (online: boolean) => void): () => void
  /** Who uses this device: separates drafts of people who share a browser. */
  owner(): string
  /** Present only where the demo sign-in issued the identity: who it is, and how to become somebody else. */
  demoPerson(): { name: string; switchPerson(): void } | undefined
}
