/** Pixels a phone can still show; a small file can claim far more and take the reader's phone down. */
const MAX_PIXELS = 100_000_000

export const withinSize = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width * height <= MAX_PIXELS
