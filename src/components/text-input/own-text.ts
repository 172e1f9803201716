/**
 * As `ref` of a field: leaves what is typed with the device. Taro writes it back to the view with every key, which for
 * a long text is 6 KB a key; the view has it already, and nobody here ever sets it.
 */
export function ownText(element: unknown): void {
  if (process.env.TARO_ENV !== 'weapp' || element === null) return
  Object.defineProperty(element, 'value', {
    configurable: true,
    get(this: Field) {
      return this.props.value ?? ''
    },
    // Kept in `props`: from there a field that is drawn anew gets its text.
    set(this: Field, typed: string) {
      this.props.value = typed
    },
  })
}

interface Field {
  props: { value?: string }
}
