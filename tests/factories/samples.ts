import type { ActionId, ActionInput } from '@core/contracts'
import type { County } from '../integration/harness'
import { plannedDay } from './reception'
import { inputs, inStatus, submission, submitted, type Matter } from './matters'

/** What exists for the samples to speak of. */
export interface Scene {
  /** By status, made as needed. */
  matter: Matter
  main: Matter
  bookingId: string
}

/** For each action: the person who may do it, and an input that is good as far as its form goes. */
export type Sample<A extends ActionId> = { as: string; input: (scene: Scene) => ActionInput<A> }

const words = '请按要求尽快办理，并把结果告诉反映人。'
const ticketId = ({ matter }: Scene) => matter.id

/** `reporter` stands for the reporter of the scene's matter. */
export const SAMPLES: { [A in ActionId]: Sample<A> } = {
  'ticket.admitPhoto': {
    as: 'reporter',
    input: () => ({ fileId: 'cloud://local-env.6c6f-local/incoming/0123456789abcdef' }),
  },
  'ticket.submit': {
    as: 'reporter',
    input: () =>
      submission({
        kind: 'help',
        contact: { name: '张', phone: '13900000001' },
        enterprise: { name: '临河面粉厂', position: '经理' },
        accusedUnitIds: ['urban'],
      }),
  },
  'ticket.get': { as: 'reporter', input: (s) => ({ ticketId: ticketId(s) }) },
  'ticket.signSheet': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s) }) },
  'ticket.similar': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s) }) },
  'ticket.nearby': {
    as: 'reporter',
    input: () => ({ words, kind: 'help', place: { townshipId: 'liulin', villageId: 'liulin-v1' } }),
  },
  'ticket.join': { as: 'reporter', input: () => ({ ticketId: 'none', on: true }) },
  'ticket.joins': { as: 'reporter', input: () => ({ cursor: '1795482000322-a' }) },
  'ticket.rateJoin': {
    as: 'reporter',
    input: () => ({ ticketId: 'none', solved: 'unsolved', result: 'dissatisfied', reasons: ['slow'] }),
  },
  'ticket.hotMatters': { as: 'operator-1', input: () => ({ cursor: '0000629904280-a' }) },
  'ticket.hotMatter': { as: 'operator-1', input: () => ({ matterId: 'none', cursor: '1795482000322-a' }) },
  'ticket.docket': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), after: 0 }) },
  'ticket.mine': { as: 'reporter', input: () => ({ tab: 'open', cursor: '1795482000322-abc' }) },
  'ticket.queue': {
    as: 'operator-1',
    input: () => ({ view: 'todo', status: 'submitted', cursor: '1795482000322-a' }),
  },
  'ticket.proposals': { as: 'operator-1', input: () => ({ cursor: '1795482000322-a' }) },
  'ticket.unmask': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), purpose: 'callback' }) },
  'ticket.supplement': { as: 'reporter', input: (s) => ({ ticketId: ticketId(s), words, photos: [] }) },
  'ticket.urge': { as: 'reporter', input: (s) => ({ ticketId: ticketId(s) }) },
  'ticket.withdraw': { as: 'reporter', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.appeal': { as: 'reporter', input: (s) => ({ ticketId: ticketId(s), words, photos: [] }) },
  'ticket.reply': { as: 'reporter', input: (s) => ({ ticketId: ticketId(s), words, photos: [] }) },
  'ticket.rate': {
    as: 'reporter',
    input: (s) => ({ ticketId: ticketId(s), ...inputs.dissatisfied, reasons: ['slow'], photos: [] }),
  },
  'ticket.recordCallback': {
    as: 'operator-1',
    input: (s) => ({
      ticketId: ticketId(s),
      outcome: 'answered',
      ...inputs.satisfied,
      reasons: [],
      photos: [],
    }),
  },
  'ticket.refuse': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), reason: 'notOurs', goTo: words }),
  },
  'ticket.answer': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.collect': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.concludeSuggestion': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), adopted: true, words }),
  },
  'ticket.passOnPraise': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), unitId: 'water' }) },
  'ticket.merge': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), mainTicketId: s.main.id, words }),
  },
  'ticket.unmerge': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.split': {
    as: 'operator-1',
    input: (s) => ({
      ticketId: ticketId(s),
      parts: [
        { words, photos: [] },
        { words, photos: [] },
      ],
    }),
  },
  'ticket.ask': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.escalate': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), leaderId: 'leader-1', words, summary: words }),
  },
  'ticket.instruct': {
    as: 'leader-1',
    input: (s) => ({
      ticketId: ticketId(s),
      words,
      leadUnitId: 'water',
      coUnitIds: [],
      deadline: 1796000000000,
    }),
  },
  'ticket.returnToCentre': { as: 'leader-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.dispatch': {
    as: 'operator-1',
    input: (s) => ({
      ticketId: ticketId(s),
      ...inputs.dispatch,
      handlingClass: 'fixed',
      coUnitIds: ['liulin'],
      deadline: 1796000000000,
      summary: words,
      words,
      seen: 1,
    }),
  },
  'ticket.reassign': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.sign': { as: 'handler-water', input: (s) => ({ ticketId: ticketId(s) }) },
  'ticket.returnTicket': {
    as: 'head-water',
    input: (s) => ({ ticketId: ticketId(s), ground: 'wrongPlace', basis: words, suggestedUnitId: 'urban' }),
  },
  'ticket.note': {
    as: 'handler-water',
    input: (s) => ({ ticketId: ticketId(s), words, photos: [], open: true }),
  },
  'ticket.firstContact': {
    as: 'handler-water',
    input: (s) => ({ ticketId: ticketId(s), how: 'phone', words }),
  },
  'ticket.checkIn': {
    as: 'handler-water',
    input: (s) => ({
      ticketId: ticketId(s),
      point: { latitude: 34.5, longitude: 113.5, name: '村口' },
      photos: s.matter.photo === undefined ? [] : [s.matter.photo],
      words,
    }),
  },
  'ticket.coUnitPart': {
    as: 'handler-urban',
    input: (s) => ({ ticketId: ticketId(s), words, photos: [] }),
  },
  'ticket.coUnitObject': { as: 'head-urban', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.passDown': {
    as: 'head-water',
    input: (s) => ({ ticketId: ticketId(s), unitId: 'supply', words }),
  },
  'ticket.assign': {
    as: 'head-water',
    input: (s) => ({ ticketId: ticketId(s), personId: 'handler-water', words }),
  },
  'ticket.whistle': {
    as: 'head-liulin',
    input: (s) => ({ ticketId: ticketId(s), unitIds: ['water', 'urban'], place: '柳林村村委会', words }),
  },
  'ticket.confirmWhistle': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), grant: true, words }),
  },
  'ticket.mark': {
    as: 'operator-1',
    input: (s) => ({
      ticketId: ticketId(s),
      mark: 'major',
      on: true,
      leaderId: 'leader-1',
      summary: words,
      words,
    }),
  },
  'ticket.askExtension': {
    as: 'head-water',
    input: (s) => ({ ticketId: ticketId(s), until: 1796032800000, words }),
  },
  'ticket.decideExtension': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), grant: true, words }),
  },
  'ticket.submitResult': {
    as: 'head-water',
    input: (s) => ({
      ticketId: ticketId(s),
      ...inputs.result,
      basis: words,
      promisedFor: 1796000000000,
      photos: [],
    }),
  },
  'ticket.sendBack': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), missing: words }) },
  'ticket.sendDown': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), unitId: 'gaoshan', words }),
  },
  'ticket.sendUp': { as: 'operator-gaoshan', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.approve': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), overrule: words }) },
  'ticket.closeWithoutReporter': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.redo': {
    as: 'operator-1',
    input: (s) => ({
      ticketId: ticketId(s),
      words,
      cause: 'slow',
      deadline: 1796000000000,
      meeting: '第一次会议',
    }),
  },
  'ticket.proposeUnreasonable': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.concurUnreasonable': {
    as: 'supervisor-1',
    input: (s) => ({ ticketId: ticketId(s), concur: true, words }),
  },
  'ticket.replyUpward': { as: 'operator-1', input: (s) => ({ ticketId: ticketId(s), words, photos: [] }) },
  'ticket.orderRedo': {
    as: 'supervisor-1',
    input: (s) => ({ ticketId: ticketId(s), words, deadline: 1796000000000 }),
  },
  'ticket.issueOrder': {
    as: 'supervisor-1',
    input: (s) => ({ ticketId: ticketId(s), grade: '1', words, until: 1796000000000 }),
  },
  'ticket.answerOrder': {
    as: 'head-water',
    input: (s) => ({ ticketId: ticketId(s), words, photos: [] }),
  },
  'ticket.liftOrder': { as: 'supervisor-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.dropOrder': { as: 'supervisor-1', input: (s) => ({ ticketId: ticketId(s), words }) },
  'ticket.figures': { as: 'operator-1', input: () => ({}) },
  'ticket.conclude': {
    as: 'operator-1',
    input: (s) => ({ ticketId: ticketId(s), words, meeting: '第一次会议' }),
  },
  'ticket.intake': {
    as: 'operator-1',
    input: () => ({
      channel: 'superior',
      words: '来电人说柳林村村口停水三天了，没有人来修。',
      kind: 'help',
      photos: [],
      place: { townshipId: 'liulin' },
      confidential: false,
      caller: { name: '王', phone: '13900000002' },
      accusedUnitIds: ['urban'],
      superior: { number: '市转 12 号', deadline: 1796000000000 },
    }),
  },
  'ticket.search': { as: 'operator-1', input: () => ({ words: '停水' }) },
  'ticket.claim': { as: 'reporter', input: () => ({ number: 'LH20261124-0001' }) },
  'reception.book': {
    as: 'reporter',
    input: () => ({ dayId: 'd1', slotId: 's1', topic: '供水', words, people: 2 }),
  },
  'reception.cancel': { as: 'reporter', input: ({ bookingId }) => ({ bookingId }) },
  'reception.mine': { as: 'reporter', input: () => ({}) },
  'reception.month': { as: 'operator-1', input: () => ({ month: '2027-01' }) },
  'reception.planDay': {
    as: 'operator-1',
    input: () => ({ month: '2027-01', version: 0, day: plannedDay() }),
  },
  'reception.dropDay': {
    as: 'operator-1',
    input: () => ({ month: '2027-01', version: 0, dayId: 'nothing' }),
  },
  'reception.copyMonth': { as: 'operator-1', input: () => ({ month: '2027-01', version: 0 }) },
  'reception.today': { as: 'operator-1', input: () => ({}) },
  'reception.desk': { as: 'operator-1', input: () => ({ dayId: 'd2' }) },
  'reception.checkIn': { as: 'operator-1', input: () => ({ code: '123456' }) },
  'reception.deskStep': {
    as: 'operator-1',
    input: ({ bookingId }) => ({ dayId: 'd2', step: 'noShow', bookingId }),
  },
  'reception.brief': { as: 'operator-1', input: () => ({ dayId: 'd2' }) },
  'reception.outcome': {
    as: 'operator-1',
    input: ({ bookingId }) => ({
      bookingId,
      matters: [{ words, confidential: false, result: 'answered', said: words }],
    }),
  },
  'reception.rate': {
    as: 'reporter',
    input: ({ bookingId }) => ({ bookingId, listened: 'satisfied', attitude: 'basic', words }),
  },
  'reception.publishMonth': {
    as: 'operator-1',
    input: () => ({ month: '2027-01', version: 0, gaps: [{ of: 'leader-1', reason: '出国考察' }] }),
  },
  'reception.wait': {
    as: 'operator-1',
    input: () => ({
      dayId: 'd1',
      slotId: 's1',
      topic: '供水',
      onBehalfOf: { name: '周玉兰', phone: '13900000007', consent: true },
    }),
  },
  'reception.confirm': { as: 'reporter', input: ({ bookingId }) => ({ bookingId }) },
  'reception.move': { as: 'reporter', input: ({ bookingId }) => ({ bookingId, dayId: 'd2', slotId: 's2' }) },
  'reception.details': {
    as: 'reporter',
    input: ({ bookingId, matter }) => ({
      bookingId,
      words,
      people: 3,
      photos: [],
      without: [],
      ticketId: matter.id,
    }),
  },
  'reception.lookUp': { as: 'operator-1', input: () => ({ phone: '13900000007' }) },
  'reception.walkIn': {
    as: 'operator-1',
    input: () => ({
      dayId: 'd1',
      slotId: 's2',
      topic: '供水',
      words,
      people: 1,
      visitor: { name: '老周', phone: '13900000008' },
    }),
  },
  'reception.swapLeader': {
    as: 'operator-1',
    input: () => ({ dayId: 'd1', leaderId: 'leader-2', reason: '临时外出开会' }),
  },
  'reception.moveDay': {
    as: 'operator-1',
    input: () => ({ dayId: 'd1', date: '2026-12-01', reason: '临时外出开会' }),
  },
  'people.inbox': { as: 'reporter', input: () => ({ cursor: '1795482000322-abc' }) },
  'people.colleagues': { as: 'head-water', input: () => ({}) },
  'people.me': { as: 'reporter', input: () => ({}) },
  'people.verifyPhone': { as: 'reporter', input: () => ({ code: 'code-1' }) },
  'people.logContact': {
    as: 'operator-1',
    input: () => ({ channel: 'phone', reason: 'silence', phone: '13900000003', note: words }),
  },
  'people.undelivered': {
    as: 'operator-1',
    input: () => ({ desk: 'push', cursor: '1795482000322-abc' }),
  },
  'people.resendNotice': { as: 'operator-1', input: () => ({ noticeId: 'x.1.y.z', tries: 1 }) },
  'people.noteCall': {
    as: 'operator-1',
    input: () => ({ noticeId: 'x.1.y.z', outcome: 'told', words }),
  },
  'people.roster': { as: 'head-water', input: () => ({ unitId: 'water' }) },
  'people.copyDuty': { as: 'head-water', input: () => ({ unitId: 'water', week: 'next' }) },
  'people.setDuty': {
    as: 'head-water',
    input: () => ({ unitId: 'water', day: '2026-11-25', shift: 'night', personIds: ['handler-water'] }),
  },
  'routing.overview': { as: 'admin-1', input: () => ({}) },
  'routing.corrections': { as: 'operator-1', input: () => ({ cursor: '1795482000322-abc' }) },
  'routing.setLearned': { as: 'operator-1', input: () => ({ correctionId: 'none', learned: false }) },
  'routing.setThreshold': { as: 'admin-1', input: () => ({ categoryId: 'tap', threshold: 0.9 }) },
  'open.directory': { as: 'reporter', input: () => ({}) },
  'open.recent': { as: 'reporter', input: () => ({}) },
  'open.schedule': { as: 'reporter', input: () => ({}) },
  'open.keeping': { as: 'reporter', input: () => ({}) },
  'open.screen': { as: 'reporter', input: () => ({ centreId: 'centre' }) },
}

export const ACTIONS = Object.keys(SAMPLES) as ActionId[]

/** Actions on one ticket. */
export const ON_A_TICKET = ACTIONS.filter((action) => {
  const scene = { matter: { id: 'x' }, main: { id: 'y' }, bookingId: 'z' } as Scene
  return 'ticketId' in SAMPLES[action].input(scene)
})

/** A scene whose matter the water department handles, with a booking by its reporter. */
export async function makeScene(county: County): Promise<Scene> {
  const matter = await inStatus(county, 'handling')
  const main = await submitted(county)
  const { booking } = await county
    .as(matter.reporter)
    .ok('reception.book', { dayId: 'd2', slotId: 's1', topic: '道路' })
  return { matter, main, bookingId: booking.id }
}

export const personFor = (action: ActionId, { matter }: Scene): string =>
  SAMPLES[action].as === 'reporter' ? matter.reporter : SAMPLES[action].as
