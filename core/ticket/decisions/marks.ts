import { isSensitive } from '../access'
import { dutyKey, leaderKey, personKey, unitKey } from '../audience'
import { mayBeCompared } from '../alike'
import { townshipOf } from '../centre'
import { isTerminal } from '../edges'
import { readableMoment } from '../moments'
import { ADVICE, alerts, arriveBy } from '../urgent'
import type { Ticket } from '../types'
import { STATUSES, type Mark, type Status } from '../words'
import { summaryProblem } from './dispatching'
import { badField, decision, defined, refuseIf, type Change, type Context, type Telling } from './decision'
import { isFree } from './leaders'

/** What the operator marks a ticket as, and what follows from it (R-D7, E16, R-P5, R-T3). */
interface Marking {
  on: boolean
  leaderId?: string
  summary?: string
}
type Marker = (c: Context, marking: Marking) => Pick<Change, 'set' | 'unset' | 'tell'>

const OPEN = (Object.keys(STATUSES) as Status[]).filter((status) => !isTerminal(status))

/** R-D7: the alert goes out now, and its minutes count from now. */
const urgent: Marker = ({ ticket, now, knowledge }, { on }) => {
  refuseIf(ticket.urgent === on && (on ? '已经是紧急事项' : '这件事没有标为紧急'))
  if (!on) return { set: { urgent: false }, unset: ['alertedAt'] }
  const next: Ticket = { ...ticket, urgent: true, alertedAt: now }
  const toReporter = ticket.reporter
    ? [
        {
          to: personKey(ticket.reporter.personId),
          title: '已列为紧急事项',
          words: `您反映的事项（${ticket.number}）已列为紧急事项。${ADVICE}`,
          template: 'ticket.progress',
        },
      ]
    : []
  const { leadUnitId } = ticket
  const words = `编号 ${ticket.number} 已列为紧急事项，请 ${readableMoment(arriveBy(next, knowledge))} 前到现场。`
  const toUnit: Telling[] = leadUnitId
    ? [unitKey(leadUnitId), dutyKey(leadUnitId)].map((to) => ({
        to,
        title: '紧急事项，请立即到场',
        words,
        template: 'ticket.alert',
        urgent: true,
      }))
    : alerts(next, now, knowledge)
  return { set: { urgent: true, alertedAt: now }, tell: [...toUnit, ...toReporter] }
}

/** E16: the leader named here signs the result off. */
const major: Marker = ({ ticket, knowledge }, { on, leaderId }) => {
  refuseIf(ticket.status === 'awaitingInstruction' && '这件事正在呈领导阅批，请等领导批示')
  if (!on) {
    refuseIf(!ticket.major && '这件事没有标为重大')
    refuseIf(ticket.instruction && '领导已经批示，不能取消重大')
    return { unset: ['major'] }
  }
  refuseIf(townshipOf(ticket, knowledge) && '重大事项由县中心办，请先交县中心办')
  if (leaderId === undefined) badField('leaderId', '请选择审签的领导')
  const leader = knowledge.leaders.find(({ personId }) => personId === leaderId)
  if (!leader) badField('leaderId', '没有这位领导，请重新选择')
  refuseIf(ticket.instruction && ticket.major && '领导已经批示，由批示的领导审签')
  refuseIf(!isFree(ticket, leaderId) && '这位领导与这件事有关，请选其他领导')
  refuseIf(leader.signMajor === false && '这位领导没有审签重大事项的权限，请选其他领导')
  const words = `编号 ${ticket.number} 已列为重大事项，办理结果由您审签。`
  return {
    set: { major: { leaderId }, sentTo: [...new Set([...(ticket.sentTo ?? []), leaderId])] },
    tell: [{ to: leaderKey(leaderId), title: '重大事项由您审签', words }],
  }
}

/** R-P5: from now on units read the summary only, and an agent who filed it nothing. It cannot be undone. */
const confidential: Marker = ({ ticket }, { on, summary, ...rest }) => {
  refuseIf(!on && '保密不能取消')
  refuseIf(ticket.confidential && '已经是保密件')
  // R-T9: `followers` is the service's count of the tickets merged into this one.
  const { followers = 0 } = rest as { followers?: number }
  refuseIf(followers > 0 && '还有别人的诉求并在这件事里，请先撤销并案')
  refuseIf(ticket.leadUnitId && summaryProblem(ticket, summary ?? ticket.summary))
  return {
    set: defined({ confidential: true, summary: summary ?? ticket.summary }),
    unset: ['publicMatter'],
    tell: ticket.reporter
      ? [
          {
            to: personKey(ticket.reporter.personId),
            title: '已设为保密',
            words: `您反映的事项（${ticket.number}）已设为保密，承办单位看不到您的信息和原话。`,
            template: 'ticket.progress',
          },
        ]
      : [],
  }
}

/** R-T3: others nearby may be shown that there is such a matter. Never a sensitive one, nor one about a person. */
const publicMatter: Marker = ({ ticket }, { on }) => {
  refuseIf((ticket.publicMatter ?? false) === on && (on ? '已经是公共事项' : '这件事没有标为公共事项'))
  if (!on) return { unset: ['publicMatter'] }
  refuseIf(isSensitive(ticket) && '保密件和举报件不能标为公共事项')
  refuseIf(!mayBeCompared(ticket) && '反映具体单位或个人的事不能标为公共事项')
  return { set: { publicMatter: true } }
}

const MARKERS: Record<Mark, Marker> = { urgent, major, confidential, publicMatter }

export const mark = decision('ticket.mark', {
  also: OPEN,
  decide(c, { mark: name, words, ...marking }) {
    return {
      ...MARKERS[name](c, marking),
      words,
      internal: true,
      facts: defined({
        mark: name,
        on: marking.on,
        leaderId: name === 'major' && marking.on ? marking.leaderId : undefined,
      }),
    }
  },
})
