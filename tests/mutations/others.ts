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
    rule: 'R-N1',
    file: 'core/notices/occasions.ts',
    find: "isStaff || occasion !== 'work'",
    replace: 'true',
    test: 'core/notices/desk.test.ts',
  },
  {
    rule: 'R-N2',
    file: 'core/notices/desk.ts',
    find: 'if (push.tries !== tries)',
    replace: 'if (false)',
    test: 'core/notices/desk.test.ts',
  },
  {
    rule: 'R-N3',
    file: 'core/notices/desk.ts',
    find: "state: outcome === 'told' ? 'told' : 'waiting',",
    replace: "state: 'told',",
    test: 'core/notices/desk.test.ts',
  },
  {
    rule: 'R-N3',
    file: 'core/ticket/told.ts',
    find: 'CALLED.has(edge) &&',
    replace: 'false &&',
    test: 'core/ticket/told.test.ts',
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
