import type { Point } from './form-model'

/** Long enough for a phone to find satellites, short enough not to look broken. */
const PATIENCE_MS = 15_000

/** The browser's twin of locate.ts: the device's own position; there is no map to choose on. */
export function locate(): Promise<Point> {
  return new Promise((resolve, reject) => {
    // Not there at all on a page without https.
    if (!navigator.geolocation) return reject(new Error('no geolocation'))
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      reject,
      { timeout: PATIENCE_MS, enableHighAccuracy: true },
    )
  })
}
