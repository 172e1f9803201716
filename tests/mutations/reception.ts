import type { Mutation } from './types'

/** Section 8, the staff's side. */
export const receptionDesk: readonly Mutation[] = [
  {
    rule: 'R-A1',
    file: 'core/reception/month.ts',
    find: 'if (without.length > 0) {',
    replace: 'if (false) {',
    test: 'core/reception/month.test.ts',
  },
  {
    rule: 'R-A2',
    file: 'core/reception/keeping.ts',
    find: "if (openedAt) return 'kept'",
    replace: "if (openedAt) return 'ahead'",
    test: 'core/reception/month.test.ts',
  },
  {
    rule: 'R-A7',
    file: 'core/reception/desk.ts',
    find: 'if (serving) refuse(`${serving.entry!.number} 号还在接待，结束后再叫下一位`)',
    replace: '',
    test: 'core/reception/desk.test.ts',
  },
  {
    rule: 'R-A7',
    file: 'core/reception/settling.ts',
    find: "entry || !wasWorked ? 'unserved' : 'noShow'",
    replace: "'noShow'",
    test: 'core/reception/settling.test.ts',
  },
  {
    // A printed sheet names no confidential matter.
    rule: 'R-A8',
    file: 'core/reception/brief.ts',
    find: '!isSensitive(ticket) && ',
    replace: '',
    test: 'core/reception/brief.test.ts',
  },
  {
    rule: 'R-A9',
    file: 'core/reception/outcome.ts',
    find: "if (booking.outcome) refuse('这位来访人的接待结果已经登记，请刷新后再看')",
    replace: '',
    test: 'core/reception/outcome.test.ts',
  },
  {
    // What the leader said is what they sign.
    rule: 'R-A9',
    file: 'core/reception/outcome.ts',
    find: 'words: heard, said,',
    replace: 'words: heard,',
    test: 'core/reception/outcome.test.ts',
  },
  {
    rule: 'R-A10',
    file: 'core/reception/month.ts',
    find: 'if (month.centreId === knowledge.county.centreUnitId) {',
    replace: 'if (true) {',
    test: 'core/reception/month.test.ts',
  },
]
