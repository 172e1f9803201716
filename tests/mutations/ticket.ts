import type { Mutation } from './types'

/** Sections 2 (without the edges) and 4: the ticket and its clocks. */
export const ticket: readonly Mutation[] = [
  {
    rule: 'R-T1',
    file: 'core/ticket/create.ts',
    find: 'words: submission.words,',
    replace: '',
    test: 'core/ticket/create.test.ts',
  },
  {
    rule: 'R-T2',
    file: 'src/features/draft/send.ts',
    find: 'onItsWay ??= attempt',
    replace: 'onItsWay = attempt',
    test: 'src/features/draft/send.test.ts',
  },
  {
    rule: 'R-T4',
    file: 'cloudfunctions/_server/numbers/numbers.service.ts',
    find: 'block.claims.indexOf(ticketId)',
    replace: 'block.claims.length - 1',
    test: 'cloudfunctions/_server/numbers/numbers.service.test.ts',
  },
  {
    rule: 'R-T6',
    file: 'core/ticket/decisions/reporter.ts',
    find: 'ticket.urges.some((at) => dayOf(at) === dayOf(now))',
    replace: 'false',
    test: 'core/ticket/decisions/reporter.test.ts',
  },
  {
    rule: 'R-T7',
    file: 'core/ticket/decisions/reporter.ts',
    find: 'ticket.askedRound === ticket.round',
    replace: 'false',
    test: 'core/ticket/decisions/reporter.test.ts',
  },
  {
    rule: 'R-T8',
    file: 'core/ticket/chain.ts',
    find: "{ ok: false, seq: head.seq + 1, why: 'the last events are not those of the head' }",
    replace: '{ ok: true }',
    test: 'core/ticket/chain.test.ts',
  },
  {
    rule: 'R-T9',
    file: 'core/ticket/decisions/merging.ts',
    find: '(isSensitive(ticket) || isSensitive(main)) && !sameReporter',
    replace: 'false',
    test: 'core/ticket/decisions/reporter.test.ts',
  },
  {
    rule: 'R-L1',
    file: 'core/ticket/deadlines.ts',
    find: 'if (d.explicit) return d.explicit',
    replace: '',
    test: 'core/ticket/deadlines.test.ts',
  },
  {
    rule: 'R-L2',
    file: 'core/ticket/workdays.ts',
    find: 'if (day in MAKE_UP_WORKDAYS) return true',
    replace: '',
    test: 'core/ticket/workdays.test.ts',
  },
  {
    rule: 'R-L4',
    file: 'core/ticket/clock.ts',
    find: '[...keys, ...head]',
    replace: 'keys',
    test: 'core/ticket/clock.test.ts',
  },
  {
    rule: 'R-L5',
    file: 'core/ticket/settle.ts',
    find: 'facts: { ...facts, knowledge: knowledge.version },',
    replace: 'facts: { ...facts },',
    test: 'core/ticket/replay.test.ts',
  },
  {
    rule: 'R-L6',
    file: 'core/ticket/replay.ts',
    find: "if (event.type === 'ticket.recordCallback' && !event.to) return called(before, knowledge)",
    replace: '',
    test: 'core/ticket/decisions/rating.test.ts',
  },
]
