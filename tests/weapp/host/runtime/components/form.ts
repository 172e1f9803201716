import { controlOf, type BuiltIn, type Control } from './control'

const FIELDS = [
  'input',
  'textarea',
  'switch',
  'checkbox-group',
  'radio-group',
  'picker',
  'picker-view',
  'slider',
]

/** A form knows what its fields hold when a button with `form-type` inside it is tapped. */
export function formAction(form: Control, action: string, builtIns: ReadonlyMap<string, BuiltIn>): void {
  const fields = form.inside(...FIELDS)
  if (action === 'reset') {
    for (const field of fields) builtIns.get(field.tag)?.reset?.(field)
    form.emit('reset')
    return
  }
  const named = fields.filter((field) => field.text('name') !== '')
  form.emit('submit', {
    value: Object.fromEntries(
      named.map((field) => [field.text('name'), builtIns.get(field.tag)?.value?.(field)]),
    ),
    formId: 'the formId is a mock one',
  })
}

/** A tap on a label is a tap on the control it names, or on the first one inside it. */
export function labelled(label: Control, builtIns: ReadonlyMap<string, BuiltIn>): void {
  const name = label.text('for')
  const target = name
    ? controlOf(label.element.ownerDocument.getElementById(name))
    : label.inside('checkbox', 'radio', 'switch', 'input', 'textarea', 'button')[0]
  if (target) builtIns.get(target.tag)?.tapped?.(target)
}
