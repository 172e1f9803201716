export interface SheetOption {
  value: string
  label: string
  note?: string
}

/** Rows drawn at once; more would weigh the page down (platform.md). */
const MOST = 60

/** The options whose words contain what was typed; without words all, in either case at most 60. */
export function matching(
  options: readonly SheetOption[],
  words: string,
): { shown: SheetOption[]; more: number } {
  const wanted = words.trim()
  const found = options.filter((option) => `${option.label}${option.note ?? ''}`.includes(wanted))
  return { shown: found.slice(0, MOST), more: Math.max(0, found.length - MOST) }
}
