import { kindOf } from '../access'
import { centreKey, isPressed, personKey, unitKey } from '../audience'
import { unitOf } from '../../knowledge/units'
import { isTerminal } from '../edges'
import { dayOf, endOfWorkday } from '../workdays'
import { STATUSES, type Status } from '../words'
import { decision, refuseIf, type Context, type Telling } from './decision'

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
const hasLeft = ({ ticket, relation }: Context): string | undefined =>
  ticket.left && relation === 'reporter' ? '您已经退出这件事' : undefined

export const supplement = decision('ticket.supplement', {
  also: OPEN,
  blocked: hasLeft,
  decide: (_, { words, photos }) => ({ words, photos }),
})

export const urge = decision('ticket.urge', {
  also: TO_URGE,
  blocked: (c) =>
    hasLeft(c) ??
    (c.ticket.urges.some((at) => dayOf(at) === dayOf(c.now)) ? '今天已经催过了，明天可以再催' : undefined),
  decide(c) {
    const urges = [...c.ticket.urges, c.now]
    return { set: { urges }, tell: toldOfUrge(c, urges) }
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
  blocked({ ticket, now }) {
    if (!ticket.refusal) return '没有可以申诉的决定'
    if (ticket.refusal.appealed) return '已经申诉过一次'
    return now > ticket.refusal.appealUntil ? '已经过了申诉期限' : undefined
  },
  decide: ({ ticket }, { words, photos }) => ({
    edge: 'E2',
    set: ticket.refusal && { refusal: { ...ticket.refusal, appealed: true } },
    words,
    photos,
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
  decide: ({ ticket }, { words, photos }) => ({
    edge: 'E7',
    to: ticket.question?.backTo,
    unset: ['question'],
    words,
    photos,
  }),
})

/** E23: the reporter of a tip-off asks, the centre grants; everybody else simply withdraws. */
export const withdraw = decision('ticket.withdraw', {
  blocked(c) {
    const { ticket, relation } = c
    if (relation === 'centre') return ticket.withdrawal ? undefined : '只有反映人可以撤回'
    return hasLeft(c) ?? (ticket.withdrawal ? '已经提出撤回，等待中心决定' : undefined)
  },
  decide(c, { words }) {
    const { ticket, relation, now, knowledge } = c
    const others = ticket.others?.length ?? 0
    refuseIf(relation === 'centre' && others > 0 && '还有其他人一起反映这件事，不能整件撤回')
    const centre = centreKey(ticket, knowledge)
    if (relation === 'reporter' && kindOf(ticket) === 'report') {
      const told = `编号 ${ticket.number} 的举报人请求撤回，请决定是否同意。`
      return {
        set: { withdrawal: { words, at: now } },
        words,
        facts: { asked: true },
        tell: [{ to: centre, title: '举报人请求撤回', words: told }],
      }
    }
    const free = ticket.clock.dispatchedAt !== undefined || ticket.round > 1
    const told = `编号 ${ticket.number} 在交办后撤回，请电话核实是否自愿。`
    const tell = free ? [{ to: centre, title: '请核实撤回是否自愿', words: told }] : []
    // R-T9: it goes on for the others; only this reporter leaves.
    if (others > 0) return { set: { left: now }, words, facts: { left: true }, tell }
    return { edge: 'E23', unset: ['question'], words, tell }
  },
})
