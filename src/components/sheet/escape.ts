/**
 * Calls `close` of the sheet opened last when Esc is pressed. A mini-program has no Esc: the H5 build takes
 * escape.h5.ts instead of this file.
 *
 * @returns how to stop
 */
export function onEscape(_close: () => void): () => void {
  return () => undefined
}
