import type { Ticket } from '../types'
import { county } from './county'
import { inputs } from './drive'

/** Inputs for random commands: mostly good, sometimes refused; chosen by the numbers of the model test. */
export const pick = <T>(values: readonly T[], n: number): T => values[n % values.length]!

const UNITS = [
  'water',
  'police',
  'supply',
  'town',
  'town2',
  'hill',
  'hill-office',
  'village',
  'supervision',
  'centre',
  'county',
  'nowhere',
]
const DAY = 24 * 3600_000
const WORDS = '请按要求尽快办理，并把结果告诉反映人。'

export function inputFor(
  id: string,
  ticket: Ticket,
  now: Date,
  a: number,
  b: number,
): Record<string, unknown> {
  const summary = a % 3 === 0 ? {} : { summary: '某村供水管道损坏，请核实处理。' }
  const deadline = a % 5 === 0 ? { deadline: now.getTime() + ((b % 30) - 2) * DAY } : {}
  const units = { leadUnitId: pick(UNITS, a), coUnitIds: b % 2 === 0 ? [] : [pick(UNITS, b)] }
  /** R-T11: only an operator who writes down what a caller says fills this in. */
  const said = b % 3 === 1 ? { saidBy: pick(['self', 'family'], a), saidHow: 'phone' } : {}
  const rating = {
    ...(b % 2 === 0 ? inputs.bad : inputs.rating),
    reasons: a % 4 === 0 ? [] : ['notSolved'],
    attitude: pick(['satisfied', 'dissatisfied', 'noComment'], a),
  }
  const special: Record<string, Record<string, unknown>> = {
    'ticket.dispatch': {
      ...units,
      ...summary,
      kind: pick(['help', 'complaint', 'consult', 'report'], a + b),
      categoryId: pick(['tap', 'road', 'lamp', 'life', 'none'], b),
      handlingClass: pick(['fixed', 'threeDay', 'instant', 'consult'], b),
      ...deadline,
    },
    'ticket.instruct': { ...units, words: WORDS, ...deadline },
    'ticket.escalate': {
      leaderId: pick([...county.leaders.map(({ personId }) => personId), 'nobody'], a),
      words: WORDS,
      ...summary,
    },
    'ticket.refuse': { reason: pick(['notOurs', 'noContent'], a), goTo: '可到县法院咨询' },
    'ticket.merge': {
      mainTicketId: 'main',
      main: {
        _id: 'main',
        number: 'LH-2',
        status: pick(['handling', 'closed'], a),
        confidential: b % 5 === 0,
      },
    },
    'ticket.split': {
      parts: [
        { words: `${WORDS}第一件`, photos: a % 2 === 0 ? ['a.jpg'] : [] },
        { words: `${WORDS}第二件`, photos: [] },
      ],
    },
    'ticket.passOnPraise': { unitId: pick(UNITS, a) },
    'ticket.returnTicket': {
      ground: 'wrongPlace',
      basis: '现场核对，不在本辖区。',
      suggestedUnitId: pick(UNITS, a),
    },
    'ticket.note': { words: WORDS, photos: [], open: a % 2 === 0 },
    'ticket.firstContact': { how: pick(['phone', 'throughCentre'], a), words: '已电话联系' },
    'ticket.checkIn': {
      point: { latitude: 34.5, longitude: 113.5 },
      photos: a % 4 === 0 ? [] : ['photos/site.jpg'],
      words: '',
    },
    'ticket.sendDown': { unitId: pick(['hill', 'town', 'water'], a), words: '' },
    'ticket.passDown': { unitId: pick(UNITS, a), words: '' },
    'ticket.mark': {
      mark: pick(['urgent', 'major', 'confidential', 'publicMatter'], a),
      on: b % 3 > 0,
      leaderId: pick([...county.leaders.map(({ personId }) => personId), 'nobody'], b),
      ...summary,
    },
    'ticket.assign': {
      personId: 'handler-water',
      assignee: { id: 'handler-water', role: 'handler', unitId: pick(['water', 'supply'], a), name: '李某' },
    },
    'ticket.whistle': { unitIds: [pick(UNITS, a), pick(UNITS, b)], place: '村委会', words: WORDS },
    'ticket.confirmWhistle': { grant: a % 3 > 0, words: '' },
    'ticket.askExtension': {
      until: (ticket.clock.deadline ?? now).getTime() + ((a % 12) - 1) * DAY,
      words: WORDS,
    },
    'ticket.decideExtension': { grant: a % 3 > 0, words: '' },
    'ticket.submitResult': {
      ...inputs.result,
      outcome: pick(['solved', 'promised', 'explained', 'partly'], a),
      basis: a % 2 === 0 ? '供水条例第三条' : '',
      promisedFor: now.getTime() + (b % 20) * DAY,
      contact: b % 3 === 0 ? '' : '已电话告知',
      found: b % 7 === 0 ? '短' : inputs.result.found,
    },
    'ticket.approve': a % 2 === 0 ? { overrule: '情况属实，可以通过' } : {},
    'ticket.rate': rating,
    'ticket.recordCallback':
      a % 2 === 0 ? { outcome: 'noAnswer', words: '' } : { outcome: 'answered', ...rating },
    'ticket.redo': {
      words: WORDS,
      cause: 'notSolved',
      ...deadline,
      ...(a % 2 === 0 && { meeting: '三月第一次会议' }),
    },
    'ticket.orderRedo': { words: WORDS, ...deadline },
    'ticket.concurUnreasonable': { concur: a % 2 === 0, words: '' },
    'ticket.conclude': { words: WORDS, meeting: '三月第一次会议' },
    'ticket.concludeSuggestion': { adopted: a % 2 === 0, words: WORDS },
    'ticket.unmask': { purpose: pick(['callback', 'contact'], a) },
    'ticket.withdraw': { words: '已经解决了', ...said },
    'ticket.reply': { words: WORDS, photos: [], ...said },
    'ticket.supplement': { words: WORDS, photos: [], ...said },
    'ticket.urge': said,
    'ticket.appeal': { words: WORDS, photos: [], ...said },
    'ticket.sendBack': { missing: WORDS },
    'ticket.issueOrder': {
      grade: pick([1, 2, 3], a),
      words: WORDS,
      until: now.getTime() + ((b % 5) - 1) * DAY,
    },
  }
  return { ticketId: ticket._id, ...(special[id] ?? { words: WORDS, photos: [] }) }
}
