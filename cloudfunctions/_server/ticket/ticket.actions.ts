import type { Actions } from '../runtime/context'
import { claim } from './claim.service'
import { command } from './command.service'
import { docket } from './docket.service'
import { hotMatter, hotMatters } from './hot.service'
import { intake } from './intake.service'
import { figures, mine, queue } from './list.service'
import { join, joins, rateJoin } from './joins.service'
import { nearby } from './nearby.service'
import { get } from './read.service'
import { proposals } from './proposals.service'
import { search } from './search.service'
import { signSheet } from './sign-sheet.service'
import { similar } from './similar.service'
import { submit } from './submit.service'
import { unmask } from './unmask.service'

/** Every `ticket.*` action but the photo's, which lives with the files. */
export const ticketActions: Omit<Actions<'ticket'>, 'ticket.admitPhoto'> = {
  'ticket.submit': submit,
  'ticket.get': get,
  'ticket.docket': docket,
  'ticket.mine': mine,
  'ticket.queue': queue,
  'ticket.proposals': proposals,
  'ticket.figures': figures,
  'ticket.unmask': unmask,
  'ticket.intake': intake,
  'ticket.search': search,
  'ticket.signSheet': signSheet,
  'ticket.similar': similar,
  'ticket.nearby': nearby,
  'ticket.join': join,
  'ticket.joins': joins,
  'ticket.rateJoin': rateJoin,
  'ticket.hotMatters': hotMatters,
  'ticket.hotMatter': hotMatter,
  'ticket.claim': claim,

  'ticket.answer': command,
  'ticket.appeal': command,
  'ticket.approve': command,
  'ticket.ask': command,
  'ticket.assign': command,
  'ticket.askExtension': command,
  'ticket.checkIn': command,
  'ticket.closeWithoutReporter': command,
  'ticket.coUnitObject': command,
  'ticket.coUnitPart': command,
  'ticket.collect': command,
  'ticket.conclude': command,
  'ticket.concludeSuggestion': command,
  'ticket.concurUnreasonable': command,
  'ticket.decideExtension': command,
  'ticket.dispatch': command,
  'ticket.escalate': command,
  'ticket.firstContact': command,
  'ticket.instruct': command,
  'ticket.mark': command,
  'ticket.merge': command,
  'ticket.note': command,
  'ticket.orderRedo': command,
  'ticket.issueOrder': command,
  'ticket.answerOrder': command,
  'ticket.liftOrder': command,
  'ticket.dropOrder': command,
  'ticket.passDown': command,
  'ticket.passOnPraise': command,
  'ticket.proposeUnreasonable': command,
  'ticket.rate': command,
  'ticket.reassign': command,
  'ticket.recordCallback': command,
  'ticket.redo': command,
  'ticket.refuse': command,
  'ticket.reply': command,
  'ticket.replyUpward': command,
  'ticket.returnTicket': command,
  'ticket.returnToCentre': command,
  'ticket.sendBack': command,
  'ticket.sendDown': command,
  'ticket.sendUp': command,
  'ticket.sign': command,
  'ticket.split': command,
  'ticket.submitResult': command,
  'ticket.supplement': command,
  'ticket.unmerge': command,
  'ticket.urge': command,
  'ticket.whistle': command,
  'ticket.confirmWhistle': command,
  'ticket.withdraw': command,
}
