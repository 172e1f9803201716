/** What the list answers to: j, k, d, f, / and Esc (keyboard.h5.ts). Enter is the focused card's own. */
export type Key = 'next' | 'previous' | 'dispatch' | 'filter' | 'search' | 'close'

/**
 * Listens to the keys of a desktop browser. A mini-program has none to listen to: the H5 build takes
 * keyboard.h5.ts instead of this file.
 *
 * @returns how to stop
 */
export function listenToKeys(_onKey: (key: Key) => void): () => void {
  return () => undefined
}

/** Puts the keyboard's focus on the element of this id or the first control in it, where there is a keyboard. */
export function focusOn(_elementId: string): void {}

/** Said where there is a keyboard. */
export const KEYS_HELP: string | undefined = undefined
