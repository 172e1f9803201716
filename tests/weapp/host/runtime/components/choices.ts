import type { BuiltIn, Control } from './control'

/** Things that are on or off: switch, checkbox, radio; the groups around them; and their label. */

function marked(role: string): Pick<BuiltIn, 'properties' | 'created' | 'changed'> {
  const show = (control: Control) =>
    control.element.setAttribute('aria-checked', String(control.flag('checked')))
  return {
    properties: ['checked', 'value'],
    created(control) {
      control.element.setAttribute('role', role)
      show(control)
    },
    changed: { checked: show },
  }
}

export const switchControl: BuiltIn = {
  ...marked('switch'),
  tapped(control) {
    if (control.flag('disabled')) return
    control.set('checked', !control.flag('checked'))
    control.emit('change', { value: control.flag('checked') })
  },
  value: (control) => control.flag('checked'),
  reset: (control) => control.set('checked', false),
}

export const checkbox: BuiltIn = {
  ...marked('checkbox'),
  tapped(control) {
    if (control.flag('disabled')) return
    control.set('checked', !control.flag('checked'))
    const group = control.around('checkbox-group')
    group?.emit('change', { value: checkedValues(group) })
  },
}

export const radio: BuiltIn = {
  ...marked('radio'),
  tapped(control) {
    if (control.flag('disabled') || control.flag('checked')) return
    const group = control.around('radio-group')
    for (const other of group?.inside('radio') ?? []) other.set('checked', false)
    control.set('checked', true)
    group?.emit('change', { value: control.get('value') })
  },
}

function checkedValues(group: Control): unknown[] {
  return group
    .inside('checkbox')
    .filter((box) => box.flag('checked'))
    .map((box) => box.get('value'))
}

export const checkboxGroup: BuiltIn = {
  value: checkedValues,
  reset: (group) => group.inside('checkbox').forEach((box) => box.set('checked', false)),
}

export const radioGroup: BuiltIn = {
  value: (group) =>
    group
      .inside('radio')
      .find((button) => button.flag('checked'))
      ?.get('value') ?? '',
  reset: (group) => group.inside('radio').forEach((button) => button.set('checked', false)),
}

export const slider: BuiltIn = {
  properties: ['value', 'min', 'max', 'step'],
  value: (control) => control.number('value', 0),
  reset: (control) => control.set('value', control.number('min', 0)),
}

/**
 * Moves a slider to a value.
 * @throws when the value lies outside, or between two steps
 */
export function slide(control: Control, value: number): void {
  const [min, max, step] = [control.number('min', 0), control.number('max', 100), control.number('step', 1)]
  if (control.flag('disabled')) throw new Error('the slider is disabled')
  if (value < min || value > max || (value - min) % step !== 0) {
    throw new Error(`the slider goes from ${min} to ${max} in steps of ${step}, not to ${value}`)
  }
  control.set('value', value)
  control.emit('changing', { value })
  control.emit('change', { value })
}
