/**
 * The files of `core` whose code goes to the phone. Everything else of `core` reaches `src` as types only, so that
 * the package stays small and a rule is decided in one place, the cloud. Enforced by .dependency-cruiser.cjs.
 */
export const clientFiles: readonly { file: string; why: string }[] = [
  { file: 'core/errors/index.ts', why: 'the words people see when a call fails' },
  { file: 'core/notices/words.ts', why: 'the lists of what did not arrive, and how a call went' },
  { file: 'core/people/phone.ts', why: 'whether what is being typed is a telephone number yet' },
  { file: 'core/people/words.ts', why: 'the names of roles' },
  {
    file: 'core/reception/code.ts',
    why: 'what a booking’s QR code says: drawn for the visitor, scanned at the desk',
  },
  { file: 'core/reception/words.ts', why: 'the names of reception kinds and booking states' },
  {
    file: 'core/ticket/standard-replies.ts',
    why: 'a standard reply fills a form, which says beforehand where a gap is still open',
  },
  {
    file: 'core/ticket/words.ts',
    why: 'the names of statuses, kinds and handling classes, for display and choices',
  },
]
