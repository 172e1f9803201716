/** What a screen reader and a keyboard should know about a View that acts like a control. */
export interface A11y {
  role?:
    | 'button'
    | 'link'
    | 'radio'
    | 'checkbox'
    | 'switch'
    | 'tab'
    | 'heading'
    | 'status'
    | 'alert'
    | 'dialog'
    | 'img'
    | 'group'
    | 'radiogroup'
    | 'tablist'
    | 'list'
    | 'listitem'
    | 'progressbar'
  label?: string
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
  hidden?: boolean
  /** Heading level. */
  level?: number
}

/** `undefined` must stay away: Taro's H5 elements turn it into the word "undefined" or a tab stop. */
const present = (props: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined))

/**
 * Taro's H5 elements drop an attribute whose value is the boolean false, but there `aria-checked` must say so. On a
 * phone false is what is meant without, and every attribute crosses to the view.
 */
const said = (flag: boolean | undefined): string | undefined =>
  flag || (flag === false && process.env.TARO_ENV === 'h5') ? String(flag) : undefined

/**
 * Accessibility properties for a View, both ways: on H5 ARIA attributes, focus, Enter and Space; in the mini-program
 * its own `aria-*` (see config/weapp-a11y).
 *
 * @param onPress what a tap does; gives the keyboard the same. Absent for things that are only read.
 */
export function a11y(what: A11y, onPress?: () => void): Record<string, unknown> {
  const common = {
    'aria-label': what.label,
    'aria-checked': said(what.checked),
    'aria-selected': said(what.selected),
    'aria-expanded': said(what.expanded),
    'aria-disabled': said(what.disabled),
    'aria-hidden': what.hidden ? 'true' : undefined,
  }
  if (process.env.TARO_ENV === 'weapp') {
    return present({ ...common, 'aria-role': what.role })
  }
  return present({
    ...common,
    role: what.role,
    'aria-level': what.level === undefined ? undefined : String(what.level),
    tabIndex: onPress && !what.disabled ? 0 : undefined,
    onKeyDown: onPress && !what.disabled ? pressByKeyboard(onPress) : undefined,
  })
}

function pressByKeyboard(onPress: () => void) {
  return (event: { key: string; target: unknown; currentTarget: unknown; preventDefault(): void }) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    onPress()
  }
}

/**
 * The name of a text field. On H5 the control is inside Taro's element and takes `native` attributes; in the
 * mini-program the same object would be sent to the view anew with every drawing.
 */
export function fieldA11y(label: string, native: Record<string, unknown> = {}): Record<string, unknown> {
  if (process.env.TARO_ENV === 'weapp') return { 'aria-label': label }
  return { nativeProps: present({ 'aria-label': label, ...native }) }
}

/** What a picture shows. */
export function imageA11y(name: string): Record<string, unknown> {
  if (process.env.TARO_ENV === 'weapp') return { 'aria-label': name }
  return { nativeProps: { alt: name } }
}
