import type { Mutation } from './types'

const DECISIONS = 'core/ticket/decisions'
const off = (rule: string, file: string, find: string, replace: string, test = file): Mutation => ({
  rule,
  file: file.includes('/') ? file : `${DECISIONS}/${file}.ts`,
  find,
  replace,
  test: test.includes('/') ? test : `${DECISIONS}/${test}.test.ts`,
})

/** The edges of the life cycle: one condition of each, or its target. */
export const edges: readonly Mutation[] = [
  off('E1', 'screening', 'set: { refusal: { reason, goTo, at', "set: { refusal: { reason, goTo: '', at"),
  off('E2', 'reporter', "if (ticket.refusal.appealed) return '已经申诉过一次'", '', 'screening'),
  off(
    'E3',
    'screening',
    "(c.ticket.reporter ? undefined : '没有留下联系方式，无法直接答复，请派单办理')",
    'undefined',
  ),
  off('E4', 'screening', "(isKind(c, 'suggestion') ? undefined : '只有建议才能采集')", 'undefined'),
  off('E5', 'rating', "ticket.status === 'awaitingRating' && unratedBy", 'unratedBy', 'screening'),
  off('E6', 'merging', "if (isTerminal(main.status)) return '主件已经结束，不能并入'", '', 'reporter'),
  off('E7', 'reporter', 'to: ticket.question?.backTo,', ''),
  off('E8', 'instruction', '!isFree(ticket, leaderId) &&', 'false &&'),
  off('E9', 'instruction', 'keySupervision: true', 'keySupervision: false'),
  off('E10', 'instruction', "edge: 'E10', unset: ['major'],", "edge: 'E10',"),
  off('E11', 'dispatching', 'coUnits: a.coUnitIds.map((unitId) => ({ unitId })),', 'coUnits: [],'),
  off(
    'E12',
    'core/people/permissions.ts',
    "'ticket.sign': by('leadUnit'),",
    "'ticket.sign': by('leadUnit', 'operator'),",
    'handling',
  ),
  off(
    'E13',
    'handling',
    "if (ticket.returnedOnce) return '这件事已经退过一次，由中心指定承办单位，不能再退'",
    '',
  ),
  off(
    'E14',
    'core/people/permissions.ts',
    "'ticket.submitResult': by('signingHead'),",
    "'ticket.submitResult': by('signingHead', 'leadUnit'),",
    'result',
  ),
  off(
    'E15',
    'result',
    "reviewed(ticket, { state: 'sentBack', missing })",
    "reviewed(ticket, { state: 'sentBack' })",
  ),
  off('E16', 'result', "if (ticket.major.leaderId !== actor.id) return '重大事项由阅批的领导审签'", ''),
  off(
    'E17',
    'core/ticket/joined.ts',
    "'dissatisfied') ? 'E18' : 'E17'",
    "'dissatisfied') ? 'E18' : 'E18'",
    'rating',
  ),
  off(
    'E18',
    'core/ticket/joined.ts',
    "'dissatisfied') ? 'E18' : 'E17'",
    "'dissatisfied') ? 'E17' : 'E17'",
    'rating',
  ),
  off('E19', 'judgement', 'set: { round: ticket.round + 1, keySupervision: true },', 'set: {},'),
  off('E20', 'judgement', "ticket.judgement ? '已提请督查局认定，请等督查局的意见' : undefined", 'undefined'),
  off(
    'E21',
    'core/ticket/clock.ts',
    'return days.size >= limits.unreachableAttempts && evening',
    'return days.size >= limits.unreachableAttempts',
    'core/ticket/unreachable.test.ts',
  ),
  off('E22', 'judgement', "edge: ticket.leadUnitId ? edge : 'E24',", "edge: 'E24',"),
  off('E23', 'reporter', "if (relation === 'reporter' && kindOf(ticket) === 'report') {", 'if (false) {'),
  off('E24', 'judgement', "edge: ticket.leadUnitId ? edge : 'E24',", 'edge,'),
  off('E25', 'merging', "unset: ['mergedInto'], ", '', 'reporter'),
  off(
    'E26',
    'result',
    "isWithoutReporter(ticket) ? undefined : '这件事有反映人，请审核通过后由反映人评价',",
    'undefined,',
  ),
  off(
    'E27',
    'core/ticket/replay.ts',
    '({ ...withoutUnit(back), screenBy:',
    '({ ...back, screenBy:',
    'dispatching',
  ),
  off(
    'E28',
    'judgement',
    "(dissatisfactions(c.ticket.ratings) < MEETING_FROM ? '第三次不满意之后，才能由会议作出结论' : undefined)",
    'undefined',
  ),
  off(
    'E29',
    'screening',
    "isAccusedUnit(knowledge, unitId, ticket.accused.unitIds) && '这个单位是被反映单位，不能转给它'",
    'false',
  ),
]
