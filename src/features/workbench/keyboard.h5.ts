import type { Key } from './keyboard'

const KEYS: Readonly<Record<string, Key>> = {
  j: 'next',
  k: 'previous',
  d: 'dispatch',
  f: 'filter',
  '/': 'search',
  Escape: 'close',
}

export const KEYS_HELP: string | undefined =
  '键盘：J / K 上下 · 回车 打开 · D 派单 · / 查找 · F 筛选 · Esc 关闭'

/** The browser's twin of keyboard.ts: plain keys, none of them while somebody is typing or a sheet is open. */
export function listenToKeys(onKey: (key: Key) => void): () => void {
  const listener = (event: KeyboardEvent) => {
    const key = KEYS[event.key]
    if (key === undefined || isTaken(event) || document.querySelector('[role="dialog"]')) return
    // Otherwise `/` opens the browser's own search.
    event.preventDefault()
    onKey(key)
  }
  document.addEventListener('keydown', listener)
  return () => document.removeEventListener('keydown', listener)
}

/** By a shortcut of the browser, by an input method, or by a field that is being typed in. */
function isTaken({
  ctrlKey,
  metaKey,
  altKey,
  defaultPrevented,
  isComposing,
  target,
}: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented || isComposing) return true
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}

/**
 * Taro's elements are put together in the frames after they appear, which takes the focus away again: it is given
 * until it has stayed for some frames, for a third of a second at most, and never taken from another control.
 */
export function focusOn(elementId: string, framesLeft = 20, stayed = 0): void {
  const element = document.getElementById(elementId)
  const wanted = element?.matches(FOCUSABLE) ? element : element?.querySelector<HTMLElement>(FOCUSABLE)
  const focused = document.activeElement
  const isLost = framesLeft < 20 && focused !== document.body && focused !== wanted
  if (!wanted || isLost || framesLeft === 0 || stayed === 4) return
  if (focused !== wanted) wanted.focus()
  requestAnimationFrame(() => focusOn(elementId, framesLeft - 1, focused === wanted ? stayed + 1 : 0))
}

const FOCUSABLE = '[tabindex="0"], input, textarea'
