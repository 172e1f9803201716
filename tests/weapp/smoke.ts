import type { App, Answers, Bridge, Program } from './host'

/** A phone without a way to the cloud: every page must still open and say something. */
export const NO_WAY: Bridge = {
  callFunction: () => Promise.reject(Object.assign(new Error('request:fail'), { errCode: -1 })),
  uploadFile: () => Promise.reject(Object.assign(new Error('request:fail'), { errCode: -1 })),
}

/** A person who closes every question. */
export const NO_THANKS: Answers = {
  privacy: 'refuse',
  media: 'cancel',
  location: 'cancel',
  phoneNumber: 'deny',
  subscribe: 'reject',
  scan: 'cancel',
  album: 'deny',
  voice: 'deny',
}

/**
 * Opens every page once and taps the first thing on the first page that can be tapped. It knows nothing of what the
 * pages are for, so that it fits any mini-program.
 */
export async function smoke(app: App, { pages }: Program): Promise<void> {
  await app.idle()
  const [first] = app.tappable()
  if (first === undefined) throw new Error(`nothing on ${app.route()} can be tapped`)
  await app.tap(first, { nth: 0 })
  await app.idle()
  for (const page of pages) {
    await app.open(page)
    await app.idle()
    if (app.texts().length === 0) throw new Error(`${page} stays blank`)
  }
}
