/** Sheets may lie on each other: Esc closes the uppermost. */
const open: (() => void)[] = []

function listener(event: KeyboardEvent) {
  if (event.key !== 'Escape' || event.isComposing) return
  // The page below must not take the same key for itself.
  event.preventDefault()
  event.stopPropagation()
  open[open.length - 1]?.()
}

/** The browser's twin of escape.ts. */
export function onEscape(close: () => void): () => void {
  // Caught on its way down, before the page's own keys.
  if (open.length === 0) document.addEventListener('keydown', listener, true)
  open.push(close)
  return () => {
    open.splice(open.indexOf(close), 1)
    if (open.length === 0) document.removeEventListener('keydown', listener, true)
  }
}
