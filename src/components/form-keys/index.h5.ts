export const FORM_KEYS_HELP: string | undefined = '键盘：回车 下一项 · Ctrl+回车 登记'

/** Fields, and what is chosen by tapping; in the order of the page, which is that of a telephone call. */
const STOPS = 'input, textarea, [tabindex="0"]'

/** The browser's twin of index.ts. An input method's Enter takes its word and goes nowhere. */
export function listenInForm(formId: string, onSend: () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || document.querySelector('[role="dialog"]')) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      onSend()
    } else if (event.target instanceof HTMLInputElement) {
      const stops = [...(document.getElementById(formId)?.querySelectorAll<HTMLElement>(STOPS) ?? [])]
      const at = stops.indexOf(event.target)
      if (at < 0) return
      event.preventDefault()
      stops[at + 1]?.focus()
    }
  }
  // On its way down: Taro's fields let no key come up again.
  document.addEventListener('keydown', listener, true)
  return () => document.removeEventListener('keydown', listener, true)
}

/** Taro's elements are put together in the frames after they appear: it is tried until there is a field, for half a second. */
export function startIn(elementId: string, framesLeft = 30): void {
  const field = document.getElementById(elementId)?.querySelector<HTMLElement>('input, textarea')
  if (field && document.activeElement === field) return
  field?.focus()
  if (framesLeft > 0) requestAnimationFrame(() => startIn(elementId, framesLeft - 1))
}
