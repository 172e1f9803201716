/** What the form answers to on a desktop: Enter goes to the next field, Ctrl+Enter sends (index.h5.ts). */

/**
 * A mini-program has no such keys: the H5 build takes index.h5.ts instead of this file.
 *
 * @returns how to stop
 */
export function listenInForm(_formId: string, _onSend: () => void): () => void {
  return () => undefined
}

/** Puts the cursor into the first field in this element, where there is a keyboard. */
export function startIn(_elementId: string): void {}

/** Said where there is a keyboard. */
export const FORM_KEYS_HELP: string | undefined = undefined
