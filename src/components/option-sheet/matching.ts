export interface SheetOption {
  value: string
  label: string
  note?: string
}

/** Rows drawn at once: opening the list and every step further stay small (platform.md). */
export const STEP = 12

/**
 * The options whose words contain what was typed; without words all.
 *
 * @param first those to begin with: what was chosen before should be seen at once
 * @param most rows to show
 */
export function matching(
  options: readonly SheetOption[],
  words: string,
  first: readonly string[],
  most: number,
): { shown: SheetOption[]; more: number } {
  const wanted = words.trim()
  const found = options.filter((option) => `${option.label}${option.note ?? ''}`.includes(wanted))
  const isFirst = ({ value }: SheetOption) => first.includes(value)
  const ordered = [...found.filter(isFirst), ...found.filter((option) => !isFirst(option))]
  // A button that leads to one or two rows is longer than the rows.
  const shown = ordered.length <= most + 2 ? ordered : ordered.slice(0, most)
  return { shown, more: ordered.length - shown.length }
}
