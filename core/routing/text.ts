/** What all of routing reads a text by: one form, and runs of characters as whole numbers. */

/** Longest text that is read; people may write 2,000 characters, other channels bring more. */
export const MOST_CHARACTERS = 4_000

/**
 * A text in the one form in which texts are compared: full-width and half-width alike, lower case, each run of white
 * space one space, at most `MOST_CHARACTERS` long, so that no text can take long.
 */
export function normalise(text: string): string {
  return text.slice(0, MOST_CHARACTERS).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Visits each run of `shortest` to `longest` characters of a normalised text as a 32-bit number (a hash: two different
 * runs may share one, rarely), with where it starts and how long it is. `salt` keeps the runs of one field apart from
 * those of another.
 */
export function eachGram(
  text: string,
  shortest: number,
  longest: number,
  visit: (hash: number, start: number, length: number) => void,
  salt = 0,
): void {
  for (let start = 0; start < text.length; start++) {
    let state = (OFFSET ^ salt) >>> 0
    const end = Math.min(text.length, start + longest)
    for (let at = start; at < end; at++) {
      state = next(state, text.charCodeAt(at))
      const length = at - start + 1
      if (length >= shortest) visit(state, start, length)
    }
  }
}

/** A whole text as one such number: what `eachGram` says of the run that is all of it, in one walk. */
export function hashOf(text: string): number {
  let state = OFFSET
  for (let at = 0; at < text.length; at++) state = next(state, text.charCodeAt(at))
  return state
}

/** FNV-1a over characters, each step well mixed: short runs differ in a few low bits only. */
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

function next(state: number, code: number): number {
  const run = Math.imul(state ^ code, PRIME)
  const mixed = Math.imul(run ^ (run >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
