import type { Mutation } from './types'

/** Rules of the other sections. */
export const others: readonly Mutation[] = [
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
    rule: 'R-D5',
    file: 'core/routing/duplicates.ts',
    find: '(elsewhere ? 0.3 : 1)',
    replace: '1',
    test: 'core/routing/duplicates.test.ts',
  },
  {
    rule: 'R-D6',
    file: 'core/routing/hot/clusters.ts',
    find: 'sameSort(a, b) >= SAME_SORT ? 1 : OTHER_SORT_COUNTS',
    replace: '1',
    test: 'core/routing/hot/clusters.test.ts',
  },
  {
    rule: 'R-D7',
    file: 'core/routing/urgency/urgency.ts',
    find: 'if (NOT_SO.test(before) && !DENIED_BUT_DANGEROUS.test(before)) return false',
    replace: '',
    test: 'core/routing/urgency/urgency.test.ts',
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
  {
    rule: 'R-D8',
    file: 'core/ticket/whistle.ts',
    find: '&& arrival.at >= called.at',
    replace: '',
    test: 'core/ticket/decisions/whistle.test.ts',
  },
  {
    rule: 'R-D8',
    file: 'core/ticket/clock.ts',
    find: '...ofWhistle(ticket, knowledge),',
    replace: '',
    test: 'core/ticket/decisions/whistle.test.ts',
  },
  {
    rule: 'R-P3',
    file: 'core/ticket/decisions/assigning.ts',
    find: '!assignee || assignee.unitId !== actor.unitId ||',
    replace: '!assignee ||',
    test: 'core/ticket/decisions/assigning.test.ts',
  },
]
