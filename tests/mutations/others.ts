import type { Mutation } from './types'

/** Rules of the other sections. */
export const others: readonly Mutation[] = [
  {
    rule: 'R-D1',
    file: 'core/routing/propose.ts',
    find: 'others: others.map((guess) => ({',
    replace: 'others: [].map((guess: never) => ({',
    test: 'core/routing/propose.test.ts',
  },
  {
    rule: 'R-D2',
    file: 'core/routing/propose-units.ts',
    find: 'if (isLoneWithoutPower(knowledge, lead, coUnits)) {',
    replace: 'if (false) {',
    test: 'core/routing/propose.test.ts',
  },
  {
    rule: 'R-D3',
    file: 'core/routing/propose-category.ts',
    find: 'return fromModel(words, knowledge, learned) ?? byWords',
    replace: 'return byWords',
    test: 'core/routing/propose.test.ts',
  },
  {
    rule: 'R-D3',
    file: 'core/routing/learning/units.ts',
    find: 'if (lesson.left) continue',
    replace: '',
    test: 'core/routing/learning/learning.test.ts',
  },
  {
    rule: 'R-P5',
    file: 'core/routing/learning/lesson.ts',
    find: 'if (isSensitive(ticket) || !categoryId',
    replace: 'if (!categoryId',
    test: 'core/routing/learning/learning.test.ts',
  },
  {
    rule: 'R-D4',
    file: 'core/routing/learning/figures.ts',
    find: 'proposed.categoryId === categoryId && proposed.leadUnitId === leadUnitId',
    replace: 'true',
    test: 'core/routing/learning/learning.test.ts',
  },
  {
    rule: 'R-D2',
    file: 'core/ticket/decisions/dispatching.ts',
    find: 'return isLoneWithoutPower(knowledge, leadUnitId, coUnitIds)',
    replace: 'return false',
    test: 'core/ticket/decisions/dispatching.test.ts',
  },
  {
    rule: 'R-D4',
    file: 'core/ticket/decisions/auto-dispatch.ts',
    find: 'if (major || superior || isSensitive(ticket) || possiblyDuplicate) return undefined',
    replace: '',
    test: 'core/ticket/create.test.ts',
  },
  {
    rule: 'R-D7',
    file: 'core/ticket/clock.ts',
    find: 'if (waitsForFirstLook(ticket) && urgentAssignment(ticket, ticket.clock.submittedAt, knowledge)) {',
    replace: 'if (false) {',
    test: 'core/ticket/clock.test.ts',
  },
  {
    rule: 'R-N2',
    file: 'core/ticket/settle.ts',
    find: '...noticesOf(next, event, knowledge),',
    replace: '',
    test: 'core/ticket/audience.test.ts',
  },
  {
    rule: 'R-X3',
    file: 'core/privacy/at-rest.ts',
    find: 'return replacePersonalNumbers(text, (number) => token(seal(number)))',
    replace: 'return text',
    test: 'core/privacy/privacy.test.ts',
  },
  {
    rule: 'R-X4',
    file: 'core/people/limits.ts',
    find: 'length >= most',
    replace: 'length > most',
    test: 'core/people/limits.test.ts',
  },
]
