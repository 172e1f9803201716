import type { Ticket } from '@core/ticket/types'
import { knowledge } from '../county/knowledge'
import type { Matter } from '../county/matters'
import type { Random } from '../random'
import * as said from './phrases'

/** Who takes a step; the actual person follows from the ticket (its lead unit, its reporter). */
export type Who =
  'called' | 'reporter' | 'operator' | 'otherOperator' | 'handler' | 'head' | 'leader' | 'supervisor'

export interface StepContext {
  ticket: Ticket
  matter: Matter
  random: Random
  now: Date
  /** Keys of a photo of a signed sheet. */
  sheet: string[]
  /** Keys of photos of this matter: as it was, and mended. */
  photo(mended: boolean): string[]
  /** An open ticket of the same category to merge into. */
  mainTicket(): Ticket | undefined
}

/** One command of a ticket's history, so many working hours after the one before. */
export interface Step {
  after: number
  who: Who
  command: string
  input(context: StepContext): Record<string, unknown>
}

const step = (after: number, who: Who, command: string, input: Step['input'] = () => ({})): Step => ({
  after,
  who,
  command,
  input,
})

/** As proposed, or, where the operator puts the category right (R-D3), the unit its list names for that. */
function unitsFor({ ticket, matter }: StepContext): { leadUnitId: string; coUnitIds: string[] } {
  const { categoryId, leadUnitId, coUnitIds } = ticket.proposal!
  if (ticket.centreUnitId !== undefined) return { leadUnitId: ticket.centreUnitId, coUnitIds: [] }
  const listed = knowledge.responsibilities.find((entry) => entry.categoryId === matter.categoryId)
  if (categoryId.value === matter.categoryId || !listed) return { leadUnitId: leadUnitId.value, coUnitIds }
  const idOf = (who: typeof listed.lead) => (who === 'township' ? ticket.place!.townshipId : who.unitId)
  return { leadUnitId: idOf(listed.lead), coUnitIds: listed.coUnits.map(idOf) }
}

export const dispatch = step(1, 'operator', 'ticket.dispatch', (context) => {
  const { ticket, matter } = context
  const proposal = ticket.proposal!
  const guarded = ticket.confidential || proposal.kind.value === 'report'
  return {
    kind: proposal.kind.value,
    categoryId: matter.categoryId,
    ...unitsFor(context),
    handlingClass: proposal.handlingClass.value,
    ...(guarded ? { summary: said.guardedSummary(matter) } : {}),
  }
})
export const sendUp = step(1, 'operator', 'ticket.sendUp', () => ({
  words: '需要县直部门来办，本镇已经到现场看过。',
}))
export const sign = step(2, 'handler', 'ticket.sign')
export const firstContact = step(1, 'handler', 'ticket.firstContact', ({ ticket, random }) => ({
  how: ticket.confidential ? 'throughCentre' : 'phone',
  words: random.pick(said.contacts),
}))
export const progress = step(3, 'handler', 'ticket.note', ({ random, photo }) => ({
  words: random.pick(said.progress),
  photos: photo(false).slice(0, 1),
  open: true,
}))
export const result = step(3, 'head', 'ticket.submitResult', ({ matter, random, photo }) => ({
  ...said.result(matter, random),
  photos: photo(true).slice(0, 1),
}))
export const redoResult = step(4, 'head', 'ticket.submitResult', ({ matter, photo }) => ({
  ...said.redoResult(matter),
  photos: photo(true).slice(0, 1),
}))
export const weakResult = step(3, 'head', 'ticket.submitResult', ({ matter, random }) => ({
  ...said.weakResult(matter, random),
  photos: [],
}))
export const approve = step(2, 'operator', 'ticket.approve')
export const sendBack = step(2, 'operator', 'ticket.sendBack', ({ random }) => ({
  missing: random.pick(said.missing),
}))
export const rateWell = step(4, 'reporter', 'ticket.rate', ({ random }) => said.goodRating(random))
export const rateBadly = step(4, 'reporter', 'ticket.rate', ({ random }) => said.badRating(random))
export const callbackWell = step(8, 'operator', 'ticket.recordCallback', ({ random }) => ({
  outcome: 'answered',
  ...said.goodRating(random),
}))
export const callbackNoAnswer = step(6, 'operator', 'ticket.recordCallback', () => ({
  outcome: 'noAnswer',
  words: '电话无人接听',
}))
export const redo = step(3, 'operator', 'ticket.redo', ({ random }) => ({
  words: random.pick(said.redo),
  cause: 'notSolved',
}))
export const orderRedo = step(12, 'supervisor', 'ticket.orderRedo', () => ({
  words: '抽查发现答复与现场不符，请重新办理并补上现场照片。',
}))
export const proposeUnreasonable = step(3, 'operator', 'ticket.proposeUnreasonable', () => ({
  words: said.unreasonable,
}))
export const concur = step(3, 'supervisor', 'ticket.concurUnreasonable', () => ({
  concur: true,
  words: '同意',
}))
export const markPublic = step(1, 'operator', 'ticket.mark', () => ({ mark: 'publicMatter', on: true }))
export const ask = step(1, 'operator', 'ticket.ask', ({ random }) => ({ words: random.pick(said.questions) }))
export const reply = step(5, 'reporter', 'ticket.reply', ({ random }) => ({
  words: random.pick(said.replies),
  photos: [],
}))
export const escalate = step(1, 'operator', 'ticket.escalate', ({ ticket }) => ({
  leaderId: said.leaderFor(ticket),
  words: said.escalation,
}))
export const instruct = step(4, 'leader', 'ticket.instruct', ({ ticket }) => ({
  words: '请主办单位到现场查清情况，依法依规办理，结果报我。',
  leadUnitId: ticket.proposal!.leadUnitId.value,
  coUnitIds: ticket.proposal!.coUnitIds,
}))
export const leaderApproves = step(3, 'leader', 'ticket.approve')
/** R-H7: signed on paper, written down by an operator with a photo of the sheet. */
const onPaper = ({ after, command, input }: Step): Step => ({
  ...step(after, 'operator', command),
  input: (context) => ({ ...input(context), photos: context.sheet }),
})
export const instructOnPaper = onPaper(instruct)
export const approveOnPaper = onPaper(leaderApproves)
export const replyUpward = step(3, 'operator', 'ticket.replyUpward', ({ sheet }) => ({
  words: '已书面回复市热线办，随文附办理结果和现场照片。',
  photos: sheet,
}))
/** The township of the place leads, with the department proposed and one that has the power to enforce (R-D2). */
export const dispatchToTownship = step(1, 'operator', 'ticket.dispatch', ({ ticket, matter }) => {
  const { kind, leadUnitId, handlingClass } = ticket.proposal!
  const township = ticket.place!.townshipId
  return {
    kind: kind.value,
    categoryId: matter.categoryId,
    leadUnitId: township,
    coUnitIds: [...new Set(['urban', leadUnitId.value])].filter((id) => id !== township),
    handlingClass: handlingClass.value,
  }
})
/** R-D8 */
export const whistle = step(2, 'head', 'ticket.whistle', ({ ticket }) => ({
  unitIds: ['police', 'transport', ...ticket.coUnits.map(({ unitId }) => unitId)].slice(0, 2),
  place: '村委会院内',
  words: '几家对界线和责任说法不一，请到现场一起定。',
}))
export const confirmWhistle = step(1, 'operator', 'ticket.confirmWhistle', () => ({ grant: true }))
export const reportIn = step(3, 'called', 'ticket.checkIn', ({ photo }) => ({
  point: { latitude: 34.5123, longitude: 113.5123, name: '村委会' },
  photos: photo(false),
}))
export const answer = step(2, 'operator', 'ticket.answer', ({ matter }) => ({
  words: said.directAnswer(matter),
}))
export const collect = step(2, 'operator', 'ticket.collect')
export const adopt = step(24, 'operator', 'ticket.concludeSuggestion', () => ({
  adopted: true,
  words: said.adopted,
}))
export const refuse = step(2, 'operator', 'ticket.refuse', ({ random }) => random.pick(said.refusals))
export const withdraw = step(3, 'reporter', 'ticket.withdraw', ({ random }) => ({
  words: random.pick(said.withdrawals),
}))
export const merge = step(2, 'operator', 'ticket.merge', ({ mainTicket }) => {
  const main = mainTicket()
  // The decision sees the main ticket beside the input, as the service would load it.
  return { mainTicketId: main?._id, words: '与之前的事项为同一件事。', main }
})
export const urge = step(9, 'reporter', 'ticket.urge')
export const supplement = step(2, 'reporter', 'ticket.supplement', ({ random, photo }) => ({
  words: random.pick(said.supplements),
  photos: photo(false).slice(0, 1),
}))
export const returnTicket = step(2, 'head', 'ticket.returnTicket', () => ({
  ground: 'wrongPlace',
  basis: '经现场核对，该处位于相邻辖区，请改派。',
}))
export const praise = step(2, 'operator', 'ticket.passOnPraise', ({ ticket }) => ({
  unitId: ticket.proposal!.leadUnitId.value,
}))
