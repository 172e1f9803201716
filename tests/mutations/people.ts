import type { Mutation } from './types'

/** Section 1: people and roles. */
export const people: readonly Mutation[] = [
  {
    rule: 'R-P1',
    file: 'core/ticket/decide.ts',
    find: "if (command.id !== 'clock.wake') throw new AppError('FORBIDDEN')",
    replace: '',
    test: 'core/ticket/settle.test.ts',
  },
  {
    rule: 'R-P2',
    file: 'core/ticket/access.ts',
    find: "if (lineage(knowledge, ticket.leadUnitId).includes(actor.unitId)) return 'aboveLead'",
    replace: '',
    test: 'core/ticket/access.test.ts',
  },
  {
    rule: 'R-P3',
    file: 'cloudfunctions/_server/runtime/access.ts',
    find: 'if (!staff?.active)',
    replace: 'if (!staff)',
    test: 'cloudfunctions/_server/runtime/access.test.ts',
  },
  {
    rule: 'R-P4',
    file: 'core/privacy/mask.ts',
    find: '`${phone.slice(0, 3)}****${phone.slice(-4)}`',
    replace: 'phone',
    test: 'core/privacy/privacy.test.ts',
  },
  {
    rule: 'R-P5',
    file: 'core/ticket/access.ts',
    find: 'isAccusedUnit(knowledge, actor.homeUnitId, unitIds)',
    replace: 'false',
    test: 'core/ticket/access.test.ts',
  },
  {
    rule: 'R-P5',
    file: 'core/ticket/access.ts',
    find: 'return isSensitive(ticket) ? momentOf(dayOf(at), 0) : at',
    replace: 'return at',
    test: 'core/ticket/access.test.ts',
  },
  {
    rule: 'R-P5',
    file: 'core/ticket/timeline.ts',
    find: '(line.byReporter || isBeforeDispatch(event, ticket))',
    replace: 'line.byReporter',
    test: 'core/ticket/timeline.test.ts',
  },
  {
    rule: 'R-P6',
    file: 'core/ticket/access.ts',
    find: "(isFollower(ticket, actor) ? 'follower' : 'none')",
    replace: "'follower'",
    test: 'core/ticket/access.test.ts',
  },
  {
    rule: 'R-P6',
    file: 'core/ticket/access.ts',
    find: "if (actor.unitId === centreUnitOf(ticket, knowledge)) return 'centre'",
    replace: "if (actor.unitId) return 'centre'",
    test: 'core/ticket/centre.test.ts',
  },
  {
    rule: 'E11',
    file: 'core/ticket/decisions/dispatching.ts',
    find: 'outsideProblem(ticket, [input.leadUnitId, ...input.coUnitIds], knowledge) ??',
    replace: '',
    test: 'core/ticket/centre.test.ts',
  },
  {
    rule: 'R-P7',
    file: 'core/ticket/decisions/judgement.ts',
    find: 'ticket.judgement.unreasonable.byId === actor.id',
    replace: 'false',
    test: 'core/ticket/decisions/judgement.test.ts',
  },
]
