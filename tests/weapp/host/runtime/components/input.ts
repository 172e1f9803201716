import type { BuiltIn, Control } from './control'

/** WeChat cuts off after 140 characters unless `maxlength` says otherwise; -1 is no limit. */
const DEFAULT_MAXLENGTH = 140

const KEYBOARDS: Record<string, RegExp> = { number: /^\d*$/, digit: /^[\d.]*$/, idcard: /^[\dXx]*$/ }

type Field = HTMLInputElement | HTMLTextAreaElement

function field(control: Control): Field {
  return control.inner as Field
}

function create(tag: 'input' | 'textarea') {
  return (control: Control) => {
    const element = control.element.ownerDocument.createElement(tag)
    control.inner = element
    control.element.appendChild(element)
  }
}

/**
 * The person types, replacing what is there: focus, input, blur, each with its event.
 * @throws when the field is disabled or its keyboard lacks a key
 */
export function type(control: Control, text: string): void {
  if (control.flag('disabled')) throw new Error(`the field ${describe(control)} is disabled`)
  const keyboard = KEYBOARDS[control.text('type')]
  if (keyboard && !keyboard.test(text)) {
    throw new Error(`the ${control.text('type')} keyboard of ${describe(control)} cannot type "${text}"`)
  }
  const maxlength = control.number('maxlength', DEFAULT_MAXLENGTH)
  const value = maxlength < 0 ? text : text.slice(0, maxlength)
  control.emit('focus', { value: field(control).value, height: 0 })
  field(control).value = value
  control.set('value', value)
  control.emit('input', { value, cursor: value.length, keyCode: 0 })
  if (control.tag === 'textarea') {
    const lineCount = value.split('\n').length
    control.emit('linechange', { height: lineCount * 20, heightRpx: lineCount * 40, lineCount })
  }
  control.emit('blur', { value, cursor: value.length })
}

/** The key at the lower right of the keyboard. */
export function confirm(control: Control): void {
  control.emit('confirm', { value: field(control).value })
}

function describe(control: Control): string {
  return control.element.id ? `#${control.element.id}` : `"${field(control).placeholder}"`
}

function builtIn(tag: 'input' | 'textarea'): BuiltIn {
  const initial = new WeakMap<Control, string>()
  return {
    properties: ['type', 'maxlength', 'password', 'placeholder', 'focus', 'autoFocus', 'autoHeight'],
    created: create(tag),
    changed: {
      value(control, value) {
        const text = value === undefined || value === null ? '' : String(value)
        if (!initial.has(control)) initial.set(control, text)
        if (field(control).value !== text) field(control).value = text
      },
      placeholder: (control, value) => {
        field(control).placeholder = String(value ?? '')
      },
      disabled: (control) => {
        field(control).disabled = control.flag('disabled')
      },
      password: (control) => {
        if (control.tag === 'input')
          (field(control) as HTMLInputElement).type = control.flag('password') ? 'password' : 'text'
      },
    },
    value: (control) => field(control).value,
    reset(control) {
      const text = initial.get(control) ?? ''
      field(control).value = text
      control.set('value', text)
    },
  }
}

export const input = builtIn('input')
export const textarea = builtIn('textarea')
