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
