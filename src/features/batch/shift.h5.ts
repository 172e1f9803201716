let held = false
const note = ({ shiftKey }: KeyboardEvent | MouseEvent) => {
  held = shiftKey
}
// Before the press itself is heard of, whether it comes from a key or from the mouse.
document.addEventListener('keydown', note, true)
document.addEventListener('keyup', note, true)
document.addEventListener('click', note, true)

/** The browser's twin of shift.ts. */
export const isShiftHeld = (): boolean => held

export const KEYS_HELP: string | undefined = '键盘：J / K 上下 · 空格 勾选 · Shift 连选 · D 到“派出”'
