import type { Mutation } from './types'

/** Sections 5 and 6: handling; callback, rating, redo. */
export const handling: readonly Mutation[] = [
  {
    rule: 'R-H1',
    file: 'core/ticket/clock.ts',
    find: 'contacted || isWithoutReporter(ticket) || isSensitive(ticket)',
    replace: 'isWithoutReporter(ticket) || isSensitive(ticket)',
    test: 'core/ticket/clock.test.ts',
  },
  {
    rule: 'R-H2',
    file: 'core/ticket/timeline.ts',
    find: 'return event.body?.internal !== true && !line.staffWords',
    replace: 'return true',
    test: 'core/ticket/timeline.test.ts',
  },
  {
    rule: 'R-H3',
    file: 'core/ticket/deadlines.ts',
    find: 'momentOf(workdayFrom(dayOf(deadline), -1, calendar), 18)',
    replace: 'deadline',
    test: 'core/ticket/deadlines.test.ts',
  },
  {
    rule: 'R-H5',
    file: 'core/routing/reply/reasons.ts',
    find: 'offMatter: !touches(asked, whole),',
    replace: 'offMatter: false,',
    test: 'core/ticket/decisions/result.test.ts',
  },
  {
    rule: 'R-H7',
    file: 'core/ticket/decisions/paper.ts',
    find: 'photos.length === 0',
    replace: 'false',
    test: 'core/ticket/decisions/paper.test.ts',
  },
  {
    rule: 'R-C1',
    file: 'core/ticket/decisions/rating.ts',
    find: 'const callbacks = [...ticket.callbacks, attempt]',
    replace: 'const callbacks = ticket.callbacks',
    test: 'core/ticket/decisions/rating.test.ts',
  },
  {
    rule: 'R-C2',
    file: 'core/ticket/decisions/rating.ts',
    find: "if ((dissatisfied || attitude === 'dissatisfied') && reasons.length === 0) {",
    replace: 'if (false) {',
    test: 'core/ticket/decisions/rating.test.ts',
  },
  {
    rule: 'R-C3',
    file: 'core/ticket/access.ts',
    find: 'return ticket.ratings.filter(({ round }) => isRoundOver(ticket, round))',
    replace: 'return ticket.ratings',
    test: 'core/ticket/access.test.ts',
  },
  {
    rule: 'R-C4',
    file: 'core/ticket/decisions/judgement.ts',
    find: 'times >= 2 ? leadersInCharge(ticket, knowledge) : []',
    replace: '[]',
    test: 'core/ticket/decisions/judgement.test.ts',
  },
  {
    rule: 'R-C5',
    file: 'core/ticket/decisions/screening.ts',
    find: "ticket.round > 1 ? '这件事已经重新办理，请派单或直接答复' : undefined",
    replace: 'undefined',
    test: 'core/ticket/decisions/screening.test.ts',
  },
  {
    rule: 'R-C6',
    file: 'core/ticket/clock.ts',
    find: '...ofPromise(ticket, knowledge),',
    replace: '',
    test: 'core/ticket/clock.test.ts',
  },
]
