import { assign } from './assigning'
import { sendDown, sendUp } from './centres'
import { checkIn } from './check-in'
import { coUnitObject, coUnitPart } from './co-units'
import type { Decision } from './decision'
import { dispatch, reassign } from './dispatching'
import { askExtension, decideExtension } from './extension'
import { firstContact, note, returnTicket, sign } from './handling'
import { escalate, instruct, returnToCentre } from './instruction'
import { conclude, concurUnreasonable, orderRedo, proposeUnreasonable, redo } from './judgement'
import { mark } from './marks'
import { merge, unmerge } from './merging'
import { answerOrder, dropOrder, issueOrder, liftOrder } from './orders'
import { passDown } from './pass-down'
import { rate, recordCallback } from './rating'
import { appeal, ask, reply, supplement, urge, withdraw } from './reporter'
import { approve, closeWithoutReporter, sendBack, submitResult } from './result'
import { answer, collect, concludeSuggestion, passOnPraise, refuseTicket } from './screening'
import { replyUpward } from './superior'
import { split } from './splitting'
import { unmask } from './unmask'
import { confirmWhistle, whistle } from './whistle'

/** Every action on an existing ticket. What is not here cannot be done to one. */
export const DECISIONS: readonly Decision[] = [
  refuseTicket,
  answer,
  collect,
  concludeSuggestion,
  passOnPraise,
  merge,
  unmerge,
  split,
  ask,
  escalate,
  instruct,
  returnToCentre,
  dispatch,
  reassign,
  sendUp,
  sendDown,
  sign,
  returnTicket,
  note,
  firstContact,
  checkIn,
  coUnitPart,
  coUnitObject,
  passDown,
  assign,
  whistle,
  confirmWhistle,
  askExtension,
  decideExtension,
  submitResult,
  sendBack,
  approve,
  closeWithoutReporter,
  replyUpward,
  rate,
  recordCallback,
  redo,
  proposeUnreasonable,
  concurUnreasonable,
  orderRedo,
  issueOrder,
  answerOrder,
  liftOrder,
  dropOrder,
  conclude,
  supplement,
  urge,
  appeal,
  reply,
  withdraw,
  mark,
  unmask,
]

const byId = new Map<string, Decision>(DECISIONS.map((decision) => [decision.id, decision]))

export const decisionOf = (id: string): Decision | undefined => byId.get(id)
