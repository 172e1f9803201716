import type { Contract, InputOf, OutputOf } from './define'
import { admitPhoto as ticketAdmitPhoto } from './ticket/admit-photo'
import { answer as ticketAnswer } from './ticket/answer'
import { appeal as ticketAppeal } from './ticket/appeal'
import { approve as ticketApprove } from './ticket/approve'
import { ask as ticketAsk } from './ticket/ask'
import { checkIn as ticketCheckIn } from './ticket/check-in'
import { closeWithoutReporter as ticketCloseWithoutReporter } from './ticket/close-without-reporter'
import { askExtension as ticketAskExtension } from './ticket/ask-extension'
import { coUnitObject as ticketCoUnitObject } from './ticket/co-unit-object'
import { coUnitPart as ticketCoUnitPart } from './ticket/co-unit-part'
import { collect as ticketCollect } from './ticket/collect'
import { concludeSuggestion as ticketConcludeSuggestion } from './ticket/conclude-suggestion'
import { conclude as ticketConclude } from './ticket/conclude'
import { concurUnreasonable as ticketConcurUnreasonable } from './ticket/concur-unreasonable'
import { decideExtension as ticketDecideExtension } from './ticket/decide-extension'
import { dispatch as ticketDispatch } from './ticket/dispatch'
import { docket as ticketDocket } from './ticket/docket'
import { escalate as ticketEscalate } from './ticket/escalate'
import { firstContact as ticketFirstContact } from './ticket/first-contact'
import { get as ticketGet } from './ticket/get'
import { instruct as ticketInstruct } from './ticket/instruct'
import { mark as ticketMark } from './ticket/mark'
import { merge as ticketMerge } from './ticket/merge'
import { mine as ticketMine } from './ticket/mine'
import { note as ticketNote } from './ticket/note'
import { answerOrder as ticketAnswerOrder } from './ticket/answer-order'
import { dropOrder as ticketDropOrder } from './ticket/drop-order'
import { figures as ticketFigures } from './ticket/figures'
import { issueOrder as ticketIssueOrder } from './ticket/issue-order'
import { liftOrder as ticketLiftOrder } from './ticket/lift-order'
import { orderRedo as ticketOrderRedo } from './ticket/order-redo'
import { passDown as ticketPassDown } from './ticket/pass-down'
import { passOnPraise as ticketPassOnPraise } from './ticket/pass-on-praise'
import { proposeUnreasonable as ticketProposeUnreasonable } from './ticket/propose-unreasonable'
import { proposals as ticketProposals } from './ticket/proposals'
import { queue as ticketQueue } from './ticket/queue'
import { rate as ticketRate } from './ticket/rate'
import { reassign as ticketReassign } from './ticket/reassign'
import { recordCallback as ticketRecordCallback } from './ticket/record-callback'
import { redo as ticketRedo } from './ticket/redo'
import { refuse as ticketRefuse } from './ticket/refuse'
import { reply as ticketReply } from './ticket/reply'
import { replyUpward as ticketReplyUpward } from './ticket/reply-upward'
import { returnTicket as ticketReturnTicket } from './ticket/return-ticket'
import { returnToCentre as ticketReturnToCentre } from './ticket/return-to-centre'
import { sendBack as ticketSendBack } from './ticket/send-back'
import { sendDown as ticketSendDown } from './ticket/send-down'
import { sendUp as ticketSendUp } from './ticket/send-up'
import { sign as ticketSign } from './ticket/sign'
import { split as ticketSplit } from './ticket/split'
import { submitResult as ticketSubmitResult } from './ticket/submit-result'
import { submit as ticketSubmit } from './ticket/submit'
import { supplement as ticketSupplement } from './ticket/supplement'
import { unmerge as ticketUnmerge } from './ticket/unmerge'
import { unmask as ticketUnmask } from './ticket/unmask'
import { urge as ticketUrge } from './ticket/urge'
import { withdraw as ticketWithdraw } from './ticket/withdraw'
import { intake as ticketIntake } from './ticket/intake'
import { signSheet as ticketSignSheet } from './ticket/sign-sheet'
import { search as ticketSearch } from './ticket/search'
import { similar as ticketSimilar } from './ticket/similar'
import { hotMatter as ticketHotMatter } from './ticket/hot-matter'
import { hotMatters as ticketHotMatters } from './ticket/hot-matters'
import { join as ticketJoin } from './ticket/join'
import { joins as ticketJoins } from './ticket/joins'
import { rateJoin as ticketRateJoin } from './ticket/rate-join'
import { nearby as ticketNearby } from './ticket/nearby'
import { claim as ticketClaim } from './ticket/claim'
import { assign as ticketAssign } from './ticket/assign'
import { whistle as ticketWhistle } from './ticket/whistle'
import { confirmWhistle as ticketConfirmWhistle } from './ticket/confirm-whistle'
import { book as receptionBook } from './reception/book'
import { cancel as receptionCancel } from './reception/cancel'
import { confirm as receptionConfirm } from './reception/confirm'
import { details as receptionDetails } from './reception/details'
import { lookUp as receptionLookUp } from './reception/look-up'
import { mine as receptionMine } from './reception/mine'
import { month as receptionMonth } from './reception/month'
import { planDay as receptionPlanDay } from './reception/plan-day'
import { dropDay as receptionDropDay } from './reception/drop-day'
import { copyMonth as receptionCopyMonth } from './reception/copy-month'
import { publishMonth as receptionPublishMonth } from './reception/publish-month'
import { today as receptionToday } from './reception/today'
import { desk as receptionDesk } from './reception/desk'
import { checkIn as receptionCheckIn } from './reception/check-in'
import { deskStep as receptionDeskStep } from './reception/desk-step'
import { brief as receptionBrief } from './reception/brief'
import { outcome as receptionOutcome } from './reception/outcome'
import { rate as receptionRate } from './reception/rate'
import { move as receptionMove } from './reception/move'
import { moveDay as receptionMoveDay } from './reception/move-day'
import { swapLeader as receptionSwapLeader } from './reception/swap-leader'
import { wait as receptionWait } from './reception/wait'
import { walkIn as receptionWalkIn } from './reception/walk-in'
import { inbox as peopleInbox } from './people/inbox'
import { colleagues as peopleColleagues } from './people/colleagues'
import { me as peopleMe } from './people/me'
import { verifyPhone as peopleVerifyPhone } from './people/verify-phone'
import { logContact as peopleLogContact } from './people/log-contact'
import { noteCall as peopleNoteCall } from './people/note-call'
import { roster as peopleRoster } from './people/roster'
import { copyDuty as peopleCopyDuty } from './people/copy-duty'
import { setDuty as peopleSetDuty } from './people/set-duty'
import { resendNotice as peopleResendNotice } from './people/resend-notice'
import { undelivered as peopleUndelivered } from './people/undelivered'
import { corrections as routingCorrections } from './routing/corrections'
import { overview as routingOverview } from './routing/overview'
import { setLearned as routingSetLearned } from './routing/set-learned'
import { setThreshold as routingSetThreshold } from './routing/set-threshold'
import { directory as openDirectory } from './open/directory'
import { recent as openRecent } from './open/recent'
import { schedule as openSchedule } from './open/schedule'
import { keeping as openKeeping } from './open/keeping'
import { screen as openScreen } from './open/screen'

/** Every action of the cloud by id. What is not here does not exist. */
export const contracts = {
  'ticket.admitPhoto': ticketAdmitPhoto,
  'ticket.answer': ticketAnswer,
  'ticket.appeal': ticketAppeal,
  'ticket.approve': ticketApprove,
  'ticket.ask': ticketAsk,
  'ticket.askExtension': ticketAskExtension,
  'ticket.checkIn': ticketCheckIn,
  'ticket.closeWithoutReporter': ticketCloseWithoutReporter,
  'ticket.coUnitObject': ticketCoUnitObject,
  'ticket.coUnitPart': ticketCoUnitPart,
  'ticket.collect': ticketCollect,
  'ticket.concludeSuggestion': ticketConcludeSuggestion,
  'ticket.conclude': ticketConclude,
  'ticket.concurUnreasonable': ticketConcurUnreasonable,
  'ticket.decideExtension': ticketDecideExtension,
  'ticket.dispatch': ticketDispatch,
  'ticket.escalate': ticketEscalate,
  'ticket.firstContact': ticketFirstContact,
  'ticket.docket': ticketDocket,
  'ticket.get': ticketGet,
  'ticket.instruct': ticketInstruct,
  'ticket.mark': ticketMark,
  'ticket.merge': ticketMerge,
  'ticket.mine': ticketMine,
  'ticket.note': ticketNote,
  'ticket.orderRedo': ticketOrderRedo,
  'ticket.issueOrder': ticketIssueOrder,
  'ticket.answerOrder': ticketAnswerOrder,
  'ticket.liftOrder': ticketLiftOrder,
  'ticket.dropOrder': ticketDropOrder,
  'ticket.figures': ticketFigures,
  'ticket.passDown': ticketPassDown,
  'ticket.passOnPraise': ticketPassOnPraise,
  'ticket.proposeUnreasonable': ticketProposeUnreasonable,
  'ticket.proposals': ticketProposals,
  'ticket.queue': ticketQueue,
  'ticket.rate': ticketRate,
  'ticket.reassign': ticketReassign,
  'ticket.recordCallback': ticketRecordCallback,
  'ticket.redo': ticketRedo,
  'ticket.refuse': ticketRefuse,
  'ticket.reply': ticketReply,
  'ticket.replyUpward': ticketReplyUpward,
  'ticket.returnTicket': ticketReturnTicket,
  'ticket.returnToCentre': ticketReturnToCentre,
  'ticket.sendBack': ticketSendBack,
  'ticket.sendDown': ticketSendDown,
  'ticket.sendUp': ticketSendUp,
  'ticket.sign': ticketSign,
  'ticket.signSheet': ticketSignSheet,
  'ticket.split': ticketSplit,
  'ticket.submitResult': ticketSubmitResult,
  'ticket.submit': ticketSubmit,
  'ticket.supplement': ticketSupplement,
  'ticket.unmerge': ticketUnmerge,
  'ticket.unmask': ticketUnmask,
  'ticket.urge': ticketUrge,
  'ticket.withdraw': ticketWithdraw,
  'ticket.intake': ticketIntake,
  'ticket.search': ticketSearch,
  'ticket.similar': ticketSimilar,
  'ticket.nearby': ticketNearby,
  'ticket.join': ticketJoin,
  'ticket.joins': ticketJoins,
  'ticket.rateJoin': ticketRateJoin,
  'ticket.hotMatters': ticketHotMatters,
  'ticket.hotMatter': ticketHotMatter,
  'ticket.claim': ticketClaim,
  'ticket.assign': ticketAssign,
  'ticket.whistle': ticketWhistle,
  'ticket.confirmWhistle': ticketConfirmWhistle,
  'reception.book': receptionBook,
  'reception.cancel': receptionCancel,
  'reception.mine': receptionMine,
  'reception.month': receptionMonth,
  'reception.planDay': receptionPlanDay,
  'reception.dropDay': receptionDropDay,
  'reception.copyMonth': receptionCopyMonth,
  'reception.publishMonth': receptionPublishMonth,
  'reception.today': receptionToday,
  'reception.desk': receptionDesk,
  'reception.checkIn': receptionCheckIn,
  'reception.deskStep': receptionDeskStep,
  'reception.brief': receptionBrief,
  'reception.outcome': receptionOutcome,
  'reception.rate': receptionRate,
  'reception.wait': receptionWait,
  'reception.confirm': receptionConfirm,
  'reception.move': receptionMove,
  'reception.details': receptionDetails,
  'reception.lookUp': receptionLookUp,
  'reception.walkIn': receptionWalkIn,
  'reception.swapLeader': receptionSwapLeader,
  'reception.moveDay': receptionMoveDay,
  'people.inbox': peopleInbox,
  'people.colleagues': peopleColleagues,
  'people.me': peopleMe,
  'people.verifyPhone': peopleVerifyPhone,
  'people.logContact': peopleLogContact,
  'people.undelivered': peopleUndelivered,
  'people.resendNotice': peopleResendNotice,
  'people.noteCall': peopleNoteCall,
  'people.roster': peopleRoster,
  'people.setDuty': peopleSetDuty,
  'people.copyDuty': peopleCopyDuty,
  'routing.corrections': routingCorrections,
  'routing.overview': routingOverview,
  'routing.setLearned': routingSetLearned,
  'routing.setThreshold': routingSetThreshold,
  'open.directory': openDirectory,
  'open.recent': openRecent,
  'open.schedule': openSchedule,
  'open.keeping': openKeeping,
  'open.screen': openScreen,
} as const satisfies Record<string, Contract>

export type ActionId = keyof typeof contracts
export type ActionInput<A extends ActionId> = InputOf<(typeof contracts)[A]>
export type ActionOutput<A extends ActionId> = OutputOf<(typeof contracts)[A]>
export type { Contract, InputOf, OutputOf, ParsedInputOf } from './define'
export type { CallBody, Envelope, EnvelopeError } from './envelope'
