import { kindOf } from '../access'
import { centreKey, isPressed, personKey, unitKey } from '../audience'
import { unitOf } from '../../knowledge/units'
import { isTerminal } from '../edges'
import { dayOf, endOfWorkday } from '../workdays'
import { STATUSES, type Status } from '../words'
import { badField, decision, refuseIf, type Context, type Telling } from './decision'
import { spokenBlocks, spokenFacts, toldOfSpoken, withdrawalBlocks } from './spoken'

/** What the reporter does while the ticket runs (R-T6, R-T7, E2, E23), and the centre's question to them. */

const OPEN = (Object.keys(STATUSES) as Status[]).filter((status) => !isTerminal(status))
/** Where somebody other than the reporter has to act. */
const TO_URGE: readonly Status[] = [
  'submitted',
  'awaitingInstruction',
  'dispatched',
  'handling',
  'inReview',
  'inJudgement',
  'collected',
]

/** R-T9: whoever left a matter that goes on for others has no more part in it. */
function hasLeft({ ticket, relation }: Context): string | undefined {
  if (!ticket.left || relation === 'filer') return undefined
  return relation === 'reporter' ? '您已经退出这件事' : '反映人已经退出这件事'
}

/** What only the reporter's side does, or an operator who writes down what the reporter says (R-T11). */
const notTheirs = (c: Context): string | undefined => hasLeft(c) ?? spokenBlocks(c)

export const supplement = decision('ticket.supplement', {
  also: OPEN,
  blocked: notTheirs,
  decide: (c, input) => ({
    words: input.words,
    photos: input.photos,
    facts: spokenFacts(c, input),
    tell: toldOfSpoken(c),
  }),
})

export const urge = decision('ticket.urge', {
  also: TO_URGE,
  blocked: (c) =>
    notTheirs(c) ??
    (c.ticket.urges.some((at) => dayOf(at) === dayOf(c.now)) ? '今天已经催过了，明天可以再催' : undefined),
  decide(c, input) {
    const urges = [...c.ticket.urges, c.now]
    return {
      set: { urges },
      facts: spokenFacts(c, input),
      tell: [...toldOfUrge(c, urges), ...toldOfSpoken(c)],
    }
  },
})

/** R-T6: the unit head is told; before there is a unit, and at the second urge without progress, the centre. */
function toldOfUrge({ ticket, knowledge }: Context, urges: Date[]): Telling[] {
  const { number, leadUnitId } = ticket
  const head = unitOf(knowledge, leadUnitId)?.headPersonId
  const unit = leadUnitId && (head ? personKey(head) : unitKey(leadUnitId))
  const toCentre = !unit || isPressed({ urges, progressAt: ticket.progressAt })
  return [
    ...(unit
      ? [{ to: unit, title: '反映人催办', words: `编号 ${number} 的反映人在催办，请尽快办理。` }]
      : []),
    ...(toCentre
      ? [
          {
            to: centreKey(ticket, knowledge),
            title: '反映人催办',
            words: `编号 ${number} 的反映人在催办，请关注。`,
          },
        ]
      : []),
  ]
}

export const appeal = decision('ticket.appeal', {
  blocked(c) {
    const { ticket, now } = c
    if (!ticket.refusal) return '没有可以申诉的决定'
    if (ticket.refusal.appealed) return '已经申诉过一次'
    return now > ticket.refusal.appealUntil ? '已经过了申诉期限' : spokenBlocks(c)
  },
  decide: (c, input) => ({
    edge: 'E2',
    set: c.ticket.refusal && { refusal: { ...c.ticket.refusal, appealed: true } },
    words: input.words,
    photos: input.photos,
    facts: spokenFacts(c, input),
    tell: toldOfSpoken(c),
  }),
})

export const ask = decision('ticket.ask', {
  blocked({ ticket }) {
    if (!ticket.reporter || ticket.left) return '没有可以询问的反映人'
    return ticket.status === 'handling' && ticket.askedRound === ticket.round
      ? '承办单位一轮只能通过中心询问一次'
      : undefined
  },
  decide({ ticket, now, knowledge, calendar }, { words }) {
    const until = endOfWorkday(now, knowledge.policies.reporterAnswerDays, calendar)
    return {
      edge: 'E7',
      set: {
        question: { words, askedAt: now, until, backTo: ticket.status },
        ...(ticket.status === 'handling' && { askedRound: ticket.round }),
      },
      words,
      facts: { until: until.getTime() },
    }
  },
})

export const reply = decision('ticket.reply', {
  blocked: spokenBlocks,
  decide: (c, input) => ({
    edge: 'E7',
    to: c.ticket.question?.backTo,
    unset: ['question'],
    words: input.words,
    photos: input.photos,
    facts: spokenFacts(c, input),
    tell: toldOfSpoken(c),
  }),
})

/** E23: the reporter of a tip-off asks, the centre grants; everybody else simply withdraws. */
export const withdraw = decision('ticket.withdraw', {
  blocked(c) {
    const { ticket } = c
    if (isGranting(c)) return undefined
    return (
      notTheirs(c) ?? withdrawalBlocks(c) ?? (ticket.withdrawal ? '已经提出撤回，等待中心决定' : undefined)
    )
  },
  decide(c, { words, ...said }) {
    const { ticket, now, knowledge } = c
    const grants = isGranting(c)
    const facts = grants ? {} : spokenFacts(c, said)
    if (said.saidBy && said.saidBy !== 'self') badField('saidBy', '撤回要由反映人本人提出')
    const others = ticket.others?.length ?? 0
    refuseIf(grants && others > 0 && '还有其他人一起反映这件事，不能整件撤回')
    const centre = centreKey(ticket, knowledge)
    if (!grants && kindOf(ticket) === 'report') {
      const told = `编号 ${ticket.number} 的举报人请求撤回，请决定是否同意。`
      return {
        set: { withdrawal: { words, at: now } },
        words,
        facts: { ...facts, asked: true },
        tell: [{ to: centre, title: '举报人请求撤回', words: told }],
      }
    }
    const free = ticket.clock.dispatchedAt !== undefined || ticket.round > 1
    const told = `编号 ${ticket.number} 在交办后撤回，请电话核实是否自愿。`
    const tell = free ? [{ to: centre, title: '请核实撤回是否自愿', words: told }] : []
    // R-T9: it goes on for the others; only this reporter leaves.
    if (others > 0) return { set: { left: now }, words, facts: { ...facts, left: true }, tell }
    return { edge: 'E23', unset: ['question'], words, facts, tell }
  },
})

/** The centre's answer to a request that is there already; else whoever withdraws is the reporter. */
const isGranting = ({ ticket, relation }: Context): boolean =>
  relation === 'centre' && ticket.withdrawal !== undefined
