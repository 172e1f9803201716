const ARIA = [
  'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-checked',
  'aria-disabled',
  'aria-expanded',
  'aria-selected',
  'aria-valuenow',
  'aria-valuemin',
  'aria-valuemax',
  'aria-valuetext',
]
const COMPONENTS = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'Picker', 'Switch', 'ScrollView']

/** The accessibility attributes by component, in the shape Taro's tables of components have. */
export const components: Record<string, Record<string, string>> = {}

// Plain loops: this also runs on phones that have no Object.fromEntries.
for (const component of COMPONENTS) {
  components[component] = {}
  for (const name of ARIA) components[component][name] = ''
}
