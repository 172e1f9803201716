import { answer, collect, passOnPraise, concludeSuggestion, refuse } from './screening'
import { dispatch, reassign } from './dispatching'
import { sendDown, sendUp } from './centres'
import { escalate, instruct, returnToCentre } from './instruction'
import { assign, sign, firstContact, note, checkIn, passDown, returnTicket } from './handling'
import { coUnitPart, coUnitObject } from './co-units'
import { askExtension, decideExtension } from './extension'
import { submitResult, approve, closeWithoutReporter, replyUpward, sendBack } from './result'
import { recordCallback } from './rating'
import { redo, proposeUnreasonable, concurUnreasonable, conclude, orderRedo } from './judgement'
import { answerOrder, dropOrder, issueOrder, liftOrder } from './orders'
import { appeal, ask, reply, supplement, urge, withdraw } from './reporter'
import { mark } from './marks'
import { merge, unmerge, split } from './merging'
import { confirmWhistle, whistle } from './whistle'
import type { FormOf, StaffCommand } from './types'

export { needsSummary } from './fields'
export type { StaffCommand } from './types'

/**
 * How each command is asked for: one row a command, in the order in which a page offers them. Limits of length are
 * those of the contracts (a test compares them).
 */
export const forms: { readonly [C in StaffCommand]: FormOf<C> } = {
  'ticket.dispatch': dispatch,
  'ticket.answer': answer,
  'ticket.collect': collect,
  'ticket.passOnPraise': passOnPraise,
  'ticket.escalate': escalate,
  'ticket.instruct': instruct,
  'ticket.sign': sign,
  'ticket.firstContact': firstContact,
  'ticket.submitResult': submitResult,
  'ticket.approve': approve,
  'ticket.closeWithoutReporter': closeWithoutReporter,
  'ticket.replyUpward': replyUpward,
  'ticket.sendBack': sendBack,
  'ticket.recordCallback': recordCallback,
  'ticket.redo': redo,
  'ticket.proposeUnreasonable': proposeUnreasonable,
  'ticket.concurUnreasonable': concurUnreasonable,
  'ticket.conclude': conclude,
  'ticket.concludeSuggestion': concludeSuggestion,
  'ticket.note': note,
  'ticket.checkIn': checkIn,
  'ticket.coUnitPart': coUnitPart,
  'ticket.assign': assign,
  'ticket.passDown': passDown,
  'ticket.whistle': whistle,
  'ticket.confirmWhistle': confirmWhistle,
  'ticket.askExtension': askExtension,
  'ticket.decideExtension': decideExtension,
  'ticket.ask': ask,
  'ticket.reply': reply,
  'ticket.supplement': supplement,
  'ticket.urge': urge,
  'ticket.appeal': appeal,
  'ticket.mark': mark,
  'ticket.merge': merge,
  'ticket.unmerge': unmerge,
  'ticket.split': split,
  'ticket.reassign': reassign,
  'ticket.sendUp': sendUp,
  'ticket.sendDown': sendDown,
  'ticket.returnTicket': returnTicket,
  'ticket.coUnitObject': coUnitObject,
  'ticket.withdraw': withdraw,
  'ticket.returnToCentre': returnToCentre,
  'ticket.refuse': refuse,
  'ticket.answerOrder': answerOrder,
  'ticket.issueOrder': issueOrder,
  'ticket.liftOrder': liftOrder,
  'ticket.dropOrder': dropOrder,
  'ticket.orderRedo': orderRedo,
}

/** Whether an id from the cloud is a command this page has a form for. */
export function isStaffCommand(id: string): id is StaffCommand {
  return Object.prototype.hasOwnProperty.call(forms, id)
}
