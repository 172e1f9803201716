import type { ActionId } from '../contracts'
import type { Party } from '../ticket/edges'
import { TICKET_RELATIONS, type Relation } from './relations'
import { ROLES, type Role } from './words'

/**
 * Who may do what: action × role × relation to the thing, exhaustive, default deny. A relation not named in an
 * action's row may not do it, whatever the role. Whether it may be done *now* is the life cycle's business.
 */

/** Relation to what the action is about: a ticket, a thing of one's own (`owner`), a reception one holds (`host`), or no thing at all (`nothing`). */
export type AnyRelation = Relation | 'owner' | 'host' | 'nothing'
export const RELATIONS: readonly AnyRelation[] = [...TICKET_RELATIONS, 'owner', 'host', 'nothing']

/** `visitor`: not signed in; only the no-login function knows them (R-G1). */
export type AnyRole = Role | 'visitor'
export const ANY_ROLE = [...(Object.keys(ROLES) as Role[]), 'visitor'] as const satisfies readonly AnyRole[]

type Grant = Partial<Record<AnyRelation, readonly AnyRole[]>>

/** Everybody signed in; staff are people too, and may file, rate and book for themselves. */
const PEOPLE = Object.keys(ROLES) as Role[]
/** A supervisor stands in for the centre only where the centre itself is accused (R-P5): see `relationTo`. */
const OPERATORS = ['operator', 'supervisor'] as const
/** R-A10: who holds receptions: leaders, and at a township whoever is on duty. */
const HOSTS = ['leader', 'unitHead', 'handler'] as const

/** The parties of the edge table as role and relation. The system is not a role: it acts only by `clock.*`. */
export const PARTIES: Record<Party, Grant> = {
  reporter: { reporter: PEOPLE },
  coReporter: { follower: PEOPLE },
  operator: { centre: OPERATORS },
  leadUnit: { leadUnit: ['handler', 'unitHead'] },
  leadHead: { leadUnit: ['unitHead'] },
  signingHead: { leadUnit: ['unitHead'], aboveLead: ['unitHead'] },
  leader: { instructingLeader: ['leader'] },
  supervisor: { supervision: ['supervisor'] },
  system: {},
}

const by = (...parties: Party[]): Grant =>
  Object.assign({}, ...parties.map((party) => PARTIES[party])) as Grant

/** The supervision bureau's own part, also where it does the centre's (R-P5). */
const SUPERVISING: Grant = { supervision: ['supervisor'], centre: ['supervisor'] }

const anyone: Grant = { nothing: PEOPLE }
/** A booking: its visitor, the agent who made it for them, and the centre for whoever calls (R-T11). */
const ofBooking: Grant = { owner: PEOPLE, filer: ['agent'], centre: ['operator'] }
const withoutLogin: Grant = { nothing: ANY_ROLE }

export const PERMISSIONS = {
  'ticket.admitPhoto': anyone,
  'ticket.submit': anyone,
  'ticket.mine': anyone,
  'ticket.nearby': anyone,
  'ticket.join': anyone,
  'ticket.joins': anyone,
  'ticket.rateJoin': anyone,
  'ticket.queue': { nothing: ['operator', 'handler', 'unitHead', 'leader', 'supervisor'] },
  'ticket.proposals': { nothing: ['operator'] },
  'ticket.figures': { nothing: ['operator', 'handler', 'unitHead', 'leader', 'supervisor'] },
  'ticket.get': {
    reporter: PEOPLE,
    follower: PEOPLE,
    filer: ['agent'],
    leadUnit: ['handler', 'unitHead'],
    coUnit: ['handler', 'unitHead'],
    aboveLead: ['unitHead'],
    centre: OPERATORS,
    countyCentre: ['operator'],
    instructingLeader: ['leader'],
    supervision: ['supervisor'],
  },
  'ticket.docket': {
    leadUnit: ['handler', 'unitHead'],
    coUnit: ['handler', 'unitHead'],
    aboveLead: ['unitHead'],
    centre: OPERATORS,
    countyCentre: ['operator'],
    instructingLeader: ['leader'],
    supervision: ['supervisor'],
  },
  'ticket.signSheet': {
    centre: OPERATORS,
    countyCentre: ['operator'],
    instructingLeader: ['leader'],
    supervision: ['supervisor'],
  },
  'ticket.similar': by('operator'),
  /** Figures of a whole centre; which of the tickets behind them somebody sees is asked for each (R-D6). */
  'ticket.hotMatters': { nothing: ['operator', 'leader', 'supervisor'] },
  'ticket.hotMatter': { nothing: ['operator', 'leader', 'supervisor'] },
  'ticket.unmask': { centre: OPERATORS, countyCentre: ['operator'], leadUnit: ['handler', 'unitHead'] },
  'ticket.supplement': { ...by('reporter', 'operator'), filer: ['agent'] },
  'ticket.urge': { ...by('reporter', 'operator'), filer: ['agent'] },
  'ticket.withdraw': by('reporter', 'operator'),
  'ticket.appeal': by('reporter', 'operator'),
  'ticket.reply': { ...by('reporter', 'operator'), filer: ['agent'] },
  'ticket.rate': by('reporter', 'coReporter'),
  'ticket.recordCallback': by('operator'),
  'ticket.refuse': by('operator'),
  'ticket.answer': by('operator'),
  'ticket.collect': by('operator'),
  'ticket.concludeSuggestion': by('operator', 'leader'),
  'ticket.passOnPraise': by('operator'),
  'ticket.merge': by('operator'),
  'ticket.unmerge': by('operator'),
  'ticket.split': by('operator'),
  'ticket.ask': by('operator'),
  'ticket.escalate': by('operator'),
  'ticket.instruct': by('leader', 'operator'),
  'ticket.returnToCentre': by('leader', 'operator'),
  'ticket.dispatch': by('operator'),
  'ticket.reassign': by('operator'),
  'ticket.sendUp': { centre: ['operator'], countyCentre: ['operator'] },
  'ticket.sendDown': { centre: ['operator'] },
  'ticket.sign': by('leadUnit'),
  'ticket.returnTicket': by('leadHead'),
  'ticket.note': {
    leadUnit: ['handler', 'unitHead'],
    coUnit: ['handler', 'unitHead'],
    aboveLead: ['unitHead'],
    centre: OPERATORS,
    countyCentre: ['operator'],
    supervision: ['supervisor'],
  },
  'ticket.firstContact': by('leadUnit', 'operator'),
  'ticket.checkIn': { leadUnit: ['handler', 'unitHead'], coUnit: ['handler', 'unitHead'] },
  'ticket.coUnitPart': { coUnit: ['handler', 'unitHead'] },
  'ticket.coUnitObject': { coUnit: ['unitHead'] },
  'ticket.passDown': by('leadHead'),
  'ticket.mark': by('operator'),
  'ticket.askExtension': by('signingHead'),
  'ticket.decideExtension': by('operator', 'leader'),
  'ticket.submitResult': by('signingHead'),
  'ticket.sendBack': by('operator', 'leader', 'supervisor'),
  'ticket.approve': by('operator', 'leader'),
  'ticket.closeWithoutReporter': by('operator'),
  'ticket.redo': by('operator'),
  'ticket.proposeUnreasonable': by('operator'),
  'ticket.concurUnreasonable': by('supervisor'),
  'ticket.orderRedo': by('supervisor'),
  'ticket.issueOrder': SUPERVISING,
  'ticket.answerOrder': by('signingHead'),
  'ticket.liftOrder': SUPERVISING,
  'ticket.dropOrder': SUPERVISING,
  'ticket.conclude': by('operator'),
  'ticket.replyUpward': by('operator'),
  'ticket.assign': by('leadHead'),
  'ticket.whistle': by('leadUnit'),
  'ticket.confirmWhistle': by('operator'),
  'ticket.intake': { nothing: ['operator'] },
  'ticket.search': { nothing: ['operator', 'handler', 'unitHead', 'leader', 'supervisor'] },
  'ticket.claim': anyone,
  'reception.book': anyone,
  'reception.mine': anyone,
  'reception.month': { nothing: ['operator'] },
  'reception.planDay': { nothing: ['operator'] },
  'reception.dropDay': { nothing: ['operator'] },
  'reception.copyMonth': { nothing: ['operator'] },
  'reception.publishMonth': { nothing: ['operator'] },
  'reception.today': { nothing: ['operator', ...HOSTS] },
  'reception.desk': { centre: ['operator'], host: HOSTS },
  'reception.checkIn': { centre: ['operator'] },
  'reception.deskStep': { centre: ['operator'] },
  'reception.brief': { centre: ['operator'], host: HOSTS },
  'reception.outcome': { centre: ['operator'] },
  'reception.rate': { owner: PEOPLE },
  'reception.wait': anyone,
  'reception.cancel': ofBooking,
  'reception.move': ofBooking,
  'reception.confirm': ofBooking,
  'reception.details': { owner: PEOPLE, filer: ['agent', 'operator'] },
  'reception.lookUp': { nothing: ['operator'] },
  'reception.walkIn': { nothing: ['operator'] },
  'reception.swapLeader': { nothing: ['operator'] },
  'reception.moveDay': { nothing: ['operator'] },
  'people.colleagues': { nothing: ['unitHead'] },
  'people.me': anyone,
  'people.inbox': anyone,
  'people.verifyPhone': anyone,
  'people.logContact': { nothing: ['operator'] },
  'people.undelivered': { nothing: ['operator', 'supervisor', 'admin'] },
  'people.resendNotice': { nothing: ['operator', 'supervisor', 'admin'] },
  'people.noteCall': { nothing: OPERATORS },
  'people.roster': { owner: ['operator', 'handler', 'unitHead', 'supervisor'], nothing: ['admin'] },
  'people.copyDuty': { owner: ['operator', 'unitHead', 'supervisor'], nothing: ['admin'] },
  'people.setDuty': { owner: ['operator', 'unitHead', 'supervisor'], nothing: ['admin'] },
  'routing.overview': { nothing: ['admin', 'operator', 'supervisor'] },
  'routing.corrections': { nothing: ['admin', 'operator'] },
  'routing.setLearned': { nothing: ['admin', 'operator'] },
  'routing.setThreshold': { nothing: ['admin'] },
  'open.directory': withoutLogin,
  'open.recent': withoutLogin,
  'open.schedule': withoutLogin,
  'open.keeping': withoutLogin,
  'open.screen': withoutLogin,
} as const satisfies Record<ActionId, Grant>

/** Whether somebody of this role in this relation to the thing may do the action. What the table does not say is denied. */
export function may(action: string, role: AnyRole, relation: AnyRelation): boolean {
  if (!Object.prototype.hasOwnProperty.call(PERMISSIONS, action)) return false
  const grant: Grant = PERMISSIONS[action as ActionId]
  return grant[relation]?.includes(role) ?? false
}

/** Whether this role may do the action in any relation: the first look, before anything is loaded. */
export function mayEver(action: string, role: AnyRole): boolean {
  return RELATIONS.some((relation) => may(action, role, relation))
}
