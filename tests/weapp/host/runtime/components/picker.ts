import type { BuiltIn, Control } from './control'

/** What the person picks: a label or index, a date, a time, one each for several columns; null closes the picker. */
export type Pick = string | number | (string | number)[] | null

/** The wheel that opens from below when a picker is tapped. */
export const picker: BuiltIn = {
  properties: ['mode', 'range', 'rangeKey', 'value', 'start', 'end', 'fields'],
  // The tap opens the wheel; `pick` is what the person then does with it.
  tapped: () => undefined,
  value: (control) => control.get('value'),
  reset: (control) => control.set('value', undefined),
}

/**
 * Chooses on the wheel.
 * @throws when the picker is disabled or does not offer the choice
 */
export function pick(control: Control, choice: Pick): void {
  if (control.flag('disabled')) throw new Error('the picker is disabled')
  if (choice === null) {
    control.emit('cancel')
    return
  }
  const mode = control.text('mode') || 'selector'
  const value = MODES[mode]
  if (!value) throw new Error(`a picker has no mode "${mode}"`)
  const detail = value(control, choice)
  control.set('value', detail.value)
  control.emit('change', detail)
}

const MODES: Record<
  string,
  (control: Control, choice: Exclude<Pick, null>) => { value: unknown; [name: string]: unknown }
> = {
  selector: (control, choice) => ({ value: indexIn(control, control.get('range'), choice) }),
  multiSelector(control, choice) {
    if (!Array.isArray(choice)) throw new Error('a multiSelector needs one choice a column')
    // Each column turns by itself, and the page may fill the next one from what was chosen.
    const chosen = choice.map((one, column) => {
      const index = indexIn(control, (control.get('range') as unknown[])[column], one)
      const before = (control.get('value') as number[] | undefined)?.[column] ?? 0
      if (index !== before) control.emit('columnchange', { column, value: index })
      return index
    })
    return { value: chosen }
  },
  date(control, choice) {
    const pattern =
      { year: /^\d{4}$/, month: /^\d{4}-\d{2}$/ }[control.text('fields')] ?? /^\d{4}-\d{2}-\d{2}$/
    return { value: within(control, choice, pattern) }
  },
  time: (control, choice) => ({ value: within(control, choice, /^\d{2}:\d{2}$/) }),
  region(_control, choice) {
    if (!Array.isArray(choice) || choice.length !== 3)
      throw new Error('a region needs province, city and county')
    return { value: choice, code: ['', '', ''], postcode: '' }
  },
}

/** The place of a choice in a column, by index or by the words shown. */
function indexIn(control: Control, range: unknown, choice: unknown): number {
  const key = control.text('rangeKey')
  const labels = (Array.isArray(range) ? range : []).map((item: unknown) =>
    String(key ? (item as Record<string, unknown>)[key] : item),
  )
  const index = typeof choice === 'number' ? choice : labels.indexOf(String(choice))
  if (index < 0 || index >= labels.length) {
    throw new Error(`the picker offers ${labels.join(' / ') || 'nothing'}, not ${JSON.stringify(choice)}`)
  }
  return index
}

function within(control: Control, choice: unknown, pattern: RegExp): string {
  const text = String(choice)
  const [start, end] = [control.text('start'), control.text('end')]
  if (!pattern.test(text) || (start && text < start) || (end && text > end)) {
    throw new Error(`the picker goes from ${start || 'any'} to ${end || 'any'}, not to "${text}"`)
  }
  return text
}

/** Wheels that stand in the page itself; the value is one index a column. */
export const pickerView: BuiltIn = { properties: ['value'], value: (control) => control.get('value') }

export function turn(control: Control, indexes: number[]): void {
  control.emit('pickstart')
  control.set('value', indexes)
  control.emit('change', { value: indexes })
  control.emit('pickend')
}
