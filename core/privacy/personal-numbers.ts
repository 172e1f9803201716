/**
 * Numbers that identify somebody, found inside ordinary words: mobile numbers, ID numbers, bank cards.
 * Any unbroken run of 11 or more digits counts (two numbers typed without a gap are one run), and the usual ways of
 * spacing a mobile number (3-4-4) or an ID number (6-8-4). Dates and ticket numbers (8-4 digits) do not.
 * No look-behind: old phones cannot compile it.
 */
const DIGIT = '[0-9０-９]'
const GAP = '[ \\u00a0\\-–—.·]'
const PERSONAL_NUMBER = new RegExp(
  [
    `${DIGIT}{11,}[Xx]?`,
    `[1１]${DIGIT}{2}${GAP}${DIGIT}{4}${GAP}${DIGIT}{4}(?!${DIGIT})`,
    `${DIGIT}{6}${GAP}${DIGIT}{8}${GAP}${DIGIT}{3}[0-9０-９Xx]`,
  ].join('|'),
  'g',
)

/** Replaces every personal number of a text by what `by` makes of it. */
export function replacePersonalNumbers(text: string, by: (number: string) => string): string {
  return text.replace(PERSONAL_NUMBER, (number) => by(number))
}

/** The personal numbers of a text, in order, each once. */
export function personalNumbersOf(text: string): string[] {
  return [...new Set(text.match(PERSONAL_NUMBER) ?? [])]
}
