import { contracts } from '../contracts'
import { EDGES, type Party } from '../ticket/edges'
import {
  ANY_ROLE,
  may,
  mayEver,
  PARTIES,
  PERMISSIONS,
  RELATIONS,
  type AnyRelation,
  type AnyRole,
} from './permissions'

/**
 * The whole of who may do what, written a second time and by hand: `relation:role,role`. A change of the table that
 * nobody meant turns this red.
 */
const PEOPLE = 'citizen,agent,operator,handler,unitHead,leader,supervisor,admin'
const REPORTER = `reporter:${PEOPLE}`
const AGENT = 'filer:agent'
const CENTRE = 'centre:operator,supervisor'
const COUNTY = 'countyCentre:operator'
const LEAD = 'leadUnit:handler,unitHead'
const LEADER = 'instructingLeader:leader'
const SUPERVISOR = 'supervision:supervisor'
const HOST = 'host:leader,unitHead,handler'
const ANYONE = `nothing:${PEOPLE}`
const VISITORS = `nothing:${PEOPLE},visitor`

const OF_BOOKING = [`owner:${PEOPLE}`, AGENT, 'centre:operator']

const EXPECTED: Record<string, string[]> = {
  'ticket.admitPhoto': [ANYONE],
  'ticket.submit': [ANYONE],
  'ticket.mine': [ANYONE],
  'ticket.nearby': [ANYONE],
  'ticket.join': [ANYONE],
  'ticket.joins': [ANYONE],
  'ticket.rateJoin': [ANYONE],
  'ticket.queue': ['nothing:operator,handler,unitHead,leader,supervisor'],
  'ticket.proposals': ['nothing:operator'],
  'ticket.figures': ['nothing:operator,handler,unitHead,leader,supervisor'],
  'ticket.get': [
    REPORTER,
    `follower:${PEOPLE}`,
    AGENT,
    LEAD,
    'coUnit:handler,unitHead',
    'aboveLead:unitHead',
    CENTRE,
    COUNTY,
    LEADER,
    SUPERVISOR,
  ],
  'ticket.signSheet': [CENTRE, COUNTY, LEADER, SUPERVISOR],
  'ticket.similar': [CENTRE],
  'ticket.hotMatters': ['nothing:operator,leader,supervisor'],
  'ticket.hotMatter': ['nothing:operator,leader,supervisor'],
  'ticket.docket': [
    LEAD,
    'coUnit:handler,unitHead',
    'aboveLead:unitHead',
    CENTRE,
    COUNTY,
    LEADER,
    SUPERVISOR,
  ],
  'ticket.unmask': [CENTRE, COUNTY, LEAD],
  'ticket.supplement': [REPORTER, AGENT, CENTRE],
  'ticket.urge': [REPORTER, AGENT, CENTRE],
  'ticket.withdraw': [REPORTER, CENTRE],
  'ticket.appeal': [REPORTER, CENTRE],
  'ticket.reply': [REPORTER, AGENT, CENTRE],
  'ticket.rate': [REPORTER, `follower:${PEOPLE}`],
  'ticket.recordCallback': [CENTRE],
  'ticket.refuse': [CENTRE],
  'ticket.answer': [CENTRE],
  'ticket.collect': [CENTRE],
  'ticket.concludeSuggestion': [CENTRE, LEADER],
  'ticket.passOnPraise': [CENTRE],
  'ticket.merge': [CENTRE],
  'ticket.unmerge': [CENTRE],
  'ticket.split': [CENTRE],
  'ticket.ask': [CENTRE],
  'ticket.escalate': [CENTRE],
  'ticket.instruct': [LEADER, CENTRE],
  'ticket.returnToCentre': [LEADER, CENTRE],
  'ticket.dispatch': [CENTRE],
  'ticket.reassign': [CENTRE],
  'ticket.sendUp': ['centre:operator', COUNTY],
  'ticket.sendDown': ['centre:operator'],
  'ticket.sign': [LEAD],
  'ticket.returnTicket': ['leadUnit:unitHead'],
  'ticket.note': [LEAD, 'coUnit:handler,unitHead', 'aboveLead:unitHead', CENTRE, COUNTY, SUPERVISOR],
  'ticket.firstContact': [LEAD, CENTRE],
  'ticket.checkIn': [LEAD, 'coUnit:handler,unitHead'],
  'ticket.coUnitPart': ['coUnit:handler,unitHead'],
  'ticket.coUnitObject': ['coUnit:unitHead'],
  'ticket.passDown': ['leadUnit:unitHead'],
  'ticket.mark': [CENTRE],
  'ticket.askExtension': ['leadUnit:unitHead', 'aboveLead:unitHead'],
  'ticket.decideExtension': [CENTRE, LEADER],
  'ticket.submitResult': ['leadUnit:unitHead', 'aboveLead:unitHead'],
  'ticket.sendBack': [CENTRE, LEADER, SUPERVISOR],
  'ticket.approve': [CENTRE, LEADER],
  'ticket.closeWithoutReporter': [CENTRE],
  'ticket.redo': [CENTRE],
  'ticket.proposeUnreasonable': [CENTRE],
  'ticket.concurUnreasonable': [SUPERVISOR],
  'ticket.orderRedo': [SUPERVISOR],
  'ticket.issueOrder': [SUPERVISOR, 'centre:supervisor'],
  'ticket.answerOrder': ['leadUnit:unitHead', 'aboveLead:unitHead'],
  'ticket.liftOrder': [SUPERVISOR, 'centre:supervisor'],
  'ticket.dropOrder': [SUPERVISOR, 'centre:supervisor'],
  'ticket.conclude': [CENTRE],
  'ticket.replyUpward': [CENTRE],
  'ticket.assign': ['leadUnit:unitHead'],
  'ticket.whistle': [LEAD],
  'ticket.confirmWhistle': [CENTRE],
  'ticket.intake': ['nothing:operator'],
  'ticket.search': ['nothing:operator,handler,unitHead,leader,supervisor'],
  'ticket.claim': [ANYONE],
  'reception.book': [ANYONE],
  'reception.mine': [ANYONE],
  'reception.month': ['nothing:operator'],
  'reception.planDay': ['nothing:operator'],
  'reception.dropDay': ['nothing:operator'],
  'reception.copyMonth': ['nothing:operator'],
  'reception.publishMonth': ['nothing:operator'],
  'reception.today': ['nothing:operator,leader,unitHead,handler'],
  'reception.desk': ['centre:operator', HOST],
  'reception.checkIn': ['centre:operator'],
  'reception.deskStep': ['centre:operator'],
  'reception.brief': ['centre:operator', HOST],
  'reception.outcome': ['centre:operator'],
  'reception.rate': [`owner:${PEOPLE}`],
  'reception.wait': [ANYONE],
  'reception.cancel': OF_BOOKING,
  'reception.move': OF_BOOKING,
  'reception.confirm': OF_BOOKING,
  'reception.details': [`owner:${PEOPLE}`, 'filer:agent,operator'],
  'reception.lookUp': ['nothing:operator'],
  'reception.walkIn': ['nothing:operator'],
  'reception.swapLeader': ['nothing:operator'],
  'reception.moveDay': ['nothing:operator'],
  'people.colleagues': ['nothing:unitHead'],
  'people.me': [ANYONE],
  'people.inbox': [ANYONE],
  'people.verifyPhone': [ANYONE],
  'people.logContact': ['nothing:operator'],
  'people.undelivered': ['nothing:operator,supervisor,admin'],
  'people.resendNotice': ['nothing:operator,supervisor,admin'],
  'people.noteCall': ['nothing:operator,supervisor'],
  'people.roster': ['owner:operator,handler,unitHead,supervisor', 'nothing:admin'],
  'people.copyDuty': ['owner:operator,unitHead,supervisor', 'nothing:admin'],
  'people.setDuty': ['owner:operator,unitHead,supervisor', 'nothing:admin'],
  'routing.overview': ['nothing:admin,operator,supervisor'],
  'routing.corrections': ['nothing:admin,operator'],
  'routing.setLearned': ['nothing:admin,operator'],
  'routing.setThreshold': ['nothing:admin'],
  'open.directory': [VISITORS],
  'open.recent': [VISITORS],
  'open.schedule': [VISITORS],
  'open.keeping': [VISITORS],
  'open.screen': [VISITORS],
}

const expected = (action: string, role: AnyRole, relation: AnyRelation): boolean =>
  (EXPECTED[action] ?? []).some((entry) => {
    const [of, roles = ''] = entry.split(':')
    return of === relation && roles.split(',').includes(role)
  })

const actions = Object.keys(contracts)

describe('permissions (section 1)', () => {
  it('names every action of the contracts and nothing else', () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual([...actions].sort())
    expect(Object.keys(EXPECTED).sort()).toEqual([...actions].sort())
  })

  it.each(actions)('%s: every role in every relation, all else denied', (action) => {
    for (const role of ANY_ROLE) {
      for (const relation of RELATIONS) {
        expect([role, relation, may(action, role, relation)]).toEqual([
          role,
          relation,
          expected(action, role, relation),
        ])
      }
      expect(mayEver(action, role)).toBe(RELATIONS.some((relation) => expected(action, role, relation)))
    }
  })

  it('R-P5 R-P6 the accused and strangers may do nothing to a ticket', () => {
    for (const action of actions) {
      for (const role of ANY_ROLE) {
        expect(may(action, role, 'accused')).toBe(false)
        expect(may(action, role, 'none')).toBe(false)
      }
    }
  })

  it('R-P7 a reporter, whatever their post, does only what reporters do', () => {
    const done = actions.filter((action) => may(action, 'operator', 'reporter'))
    expect(done.sort()).toEqual(
      ['appeal', 'get', 'rate', 'reply', 'supplement', 'urge', 'withdraw'].map((id) => `ticket.${id}`),
    )
  })

  it('an agent never rates or withdraws what it filed for somebody', () => {
    expect(may('ticket.rate', 'agent', 'filer')).toBe(false)
    expect(may('ticket.withdraw', 'agent', 'filer')).toBe(false)
  })

  it('denies actions it does not know, also names of the language', () => {
    for (const action of ['ticket.delete', 'constructor', '__proto__', 'toString']) {
      expect(mayEver(action, 'operator')).toBe(false)
    }
  })

  it('lets the parties of every edge take it, and nobody else', () => {
    // On a reporter's behalf an agent may answer the centre's question.
    const onBehalf = (relation: AnyRelation) => relation === 'filer'
    for (const { id, by, commands } of EDGES) {
      for (const role of ANY_ROLE) {
        for (const relation of RELATIONS.filter((one) => !onBehalf(one))) {
          const party = (by as readonly Party[]).some(
            (one) => PARTIES[one][relation]?.includes(role) ?? false,
          )
          const able = commands.some((command) => may(command, role, relation))
          expect([id, role, relation, able]).toEqual([id, role, relation, party])
        }
      }
    }
  })
})
