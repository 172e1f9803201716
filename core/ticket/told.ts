import { unitName, unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import { isSensitive } from './access'
import { centreKey, dutyKey, FOLLOWERS, isBarred, JOINERS, personKey, SUPERVISION, unitKey } from './audience'
import type { EdgeId } from './edges'
import { readableMoment } from './moments'
import { mayHaveJoiners } from './public-matter'
import type { OutboxEntry, Ticket, TicketEvent } from './types'
import { REFUSAL_REASONS } from './words'

/**
 * R-N2: who is told what when a ticket takes an edge. Notices show on lock screens and at desks, so they carry the
 * number and what happens next, never the matter's words (R-P5).
 */
interface Notice {
  title: string
  words: string
}
type Words = (next: Ticket, knowledge: Knowledge) => Notice | undefined

/** On the lock screen of a sensitive ticket's reporter not even the unit is named. */
const leadOf = (ticket: Ticket, knowledge: Knowledge): string =>
  ticket.leadUnitId && !isSensitive(ticket) ? unitName(knowledge, ticket.leadUnitId) : '承办单位'

const plain =
  (title: string, rest: string): Words =>
  ({ number }) => ({ title, words: `您反映的事项（${number}）${rest}` })

const by = (at: Date | undefined): string => (at ? `，预计 ${readableMoment(at)} 前办结` : '')

const dispatchedWords: Words = (next, knowledge) => ({
  title: '已交承办单位',
  words: `您反映的事项（${next.number}）已交${leadOf(next, knowledge)}办理${by(next.clock.deadline)}。`,
})
const again = plain('正在重新安排', '正在重新安排承办单位，办好会告诉您。')
const redone: Words = (next) => ({
  title: '将重新办理',
  words: `您反映的事项（${next.number}）将重新办理${by(next.clock.deadline)}，办好后再请您评价。`,
})

/** What the reporter is told: one line for every edge, so that no status changes without news. */
const TO_REPORTER: Record<EdgeId, Words> = {
  E1: ({ number, refusal }) =>
    refusal && {
      title: '不予受理',
      words:
        `您反映的事项（${number}）不予受理：${REFUSAL_REASONS[refusal.reason]}。可以去：${refusal.goTo.replace(/[。．.]+$/, '')}。` +
        (refusal.appealed ? '' : `如有不同意见，${readableMoment(refusal.appealUntil)} 前可以申诉一次。`),
    },
  E2: plain('申诉已收到', '的申诉已收到，将由另一位办理员办理。'),
  E3: plain('中心已答复', '已经答复，请查看并评价。'),
  E4: plain('建议已采集', '已采集，每月汇总研究，结果会告诉您。'),
  E5: plain('建议已有答复', '已有答复，请查看。'),
  E6: plain('已合并办理', '与同一件事合并办理，有进展会告诉您。'),
  E7: ({ number, status, question }) =>
    status === 'awaitingReporter' && question
      ? {
          title: '需要您补充说明',
          words: `关于您反映的事项（${number}），需要您补充说明，请在 ${readableMoment(question.until)} 前回复。`,
        }
      : { title: '继续办理', words: `您反映的事项（${number}）继续办理。` },
  E8: plain('已呈领导阅批', '已呈县领导阅批。'),
  E9: dispatchedWords,
  E10: again,
  E11: dispatchedWords,
  E12: (next, knowledge) => ({
    title: '承办单位已签收',
    words: `您反映的事项（${next.number}）${leadOf(next, knowledge)}已签收，正在办理。`,
  }),
  E13: again,
  E14: plain('结果正在审核', '承办单位已提交办理结果，正在审核。'),
  E15: plain('继续办理', '的办理结果需要完善，正在继续办理。'),
  E16: plain('请您评价', '已有办理结果，请查看并评价。'),
  E17: plain('已办结', '已办结，谢谢您的评价。'),
  E18: ({ number, others }) =>
    others?.length
      ? { title: '正在研判', words: `您反映的事项（${number}）有反映人不满意，正在研判，结果会告诉您。` }
      : {
          title: '意见已收到',
          words: `您反映的事项（${number}）您不满意的意见已收到，正在研判，结果会告诉您。`,
        },
  E19: redone,
  E20: plain('已有说明', '的处理说明已写明，请查看。'),
  E21: plain('暂时办结', '我们多次联系您未能接通，先行办结。如有问题请再联系我们。'),
  E22: redone,
  E23: plain('已撤回', '已按您的要求撤回。'),
  E24: plain('将重新办理', '将重新办理，办好后再请您评价。'),
  E25: plain('单独办理', '恢复单独办理，有进展会告诉您。'),
  E26: plain('已办结', '已办结。'),
  E27: again,
  E28: plain('已有结论', '已有结论，请查看。'),
  E29: plain('表扬已转达', '已转达，谢谢您。'),
}

const ended = ['已办结', '已办结，结果怎么样，请您评价。'] as const
const redoneForAll = ['将重新办理', '将重新办理。'] as const

/**
 * R-T3: what those are told who said "me too": where it stands and how it ended, never what passes between the reporter
 * and the centre.
 */
const TO_JOINERS: Partial<Record<EdgeId, readonly [title: string, rest: string]>> = {
  E1: ['不予受理', '没有受理。您的情况不同的，可以自己反映。'],
  E3: ['中心已答复', '中心已经答复反映人。'],
  E6: ['已合并办理', '与同一件事合并办理。'],
  E9: ['已交承办单位', '已交承办单位办理。'],
  E11: ['已交承办单位', '已交承办单位办理。'],
  E16: ['已有办理结果', '已有办理结果，正在请反映人评价。'],
  E17: ended,
  E19: redoneForAll,
  E20: ended,
  E21: ended,
  E22: redoneForAll,
  E23: ['已撤回', '已由反映人撤回。事情还在的，您可以自己反映。'],
  E24: redoneForAll,
  E26: ended,
  E28: ended,
}

/** What staff are told: the unit when it gets or gets back a ticket, the centre when one comes back to it. */
function toStaff(edge: EdgeId, next: Ticket, knowledge: Knowledge): { to: string; notice: Notice }[] {
  const { number, clock } = next
  const to = (key: string, title: string, words: string) => ({ to: key, notice: { title, words } })
  const centre = (title: string, words: string) => [to(centreKey(next, knowledge), title, words)]
  const lead = (title: string, words: string) =>
    [next.leadUnitId, next.passedTo].flatMap((id) => (id ? [to(unitKey(id), title, words)] : []))
  const due = clock.deadline ? `请于 ${readableMoment(clock.deadline)} 前办结。` : ''
  const sign = clock.stepBy ? `请于 ${readableMoment(clock.stepBy)} 前签收，` : ''
  switch (edge) {
    case 'E2':
      return centre('有申诉待办理', `编号 ${number} 的反映人提出申诉，请由另一位办理员办理。`)
    case 'E7':
      return next.status === 'handling' ? lead('恢复计时', `编号 ${number} 继续办理，${due}`) : []
    case 'E9':
    case 'E11':
      return [
        ...lead('有新的事项待签收', `编号 ${number} 已派给你们主办，${sign}${due}`),
        ...(next.urgent && next.leadUnitId
          ? [
              to(
                dutyKey(next.leadUnitId),
                '紧急事项待签收',
                `编号 ${number} 是紧急事项，已派给你们主办，请马上签收。`,
              ),
            ]
          : []),
        ...next.coUnits.map(({ unitId, due: part }) =>
          to(
            unitKey(unitId),
            '有新的事项请协办',
            `编号 ${number} 请你们协办${part ? `，请于 ${readableMoment(part)} 前完成` : ''}。`,
          ),
        ),
      ]
    case 'E10':
      return centre('领导退回', `编号 ${number} 领导已退回，请重新研究。`)
    case 'E13':
      return centre('承办单位退单', `编号 ${number} 已退单，请指定承办单位。`)
    case 'E15':
      return lead('结果退回补办', `编号 ${number} 的办理结果退回补办，${due}`)
    case 'E19':
    case 'E22':
      return [
        ...toHead(next, knowledge, '请重新办理', `编号 ${number} 请重新办理，${due}`),
        to(SUPERVISION, '列入重点督办', `编号 ${number} 重新办理，列入重点督办。`),
      ]
    case 'E24':
      return centre('请重新办理', `编号 ${number} 需要重新办理，请派单或答复。`)
    default:
      return []
  }
}

/** R-C4: a redo goes to the unit's head, besides the unit. */
function toHead({ leadUnitId }: Ticket, knowledge: Knowledge, title: string, words: string) {
  if (!leadUnitId) return []
  const head = unitOf(knowledge, leadUnitId)?.headPersonId
  const keys = [unitKey(leadUnitId), ...(head ? [personKey(head)] : [])]
  return keys.map((to) => ({ to, notice: { title, words } }))
}

/**
 * R-N3: news for which whoever has no WeChat is called: refused, asked, answered, done again, concluded. Steps on the way
 * they hear when they ask; after a result they are called anyway (R-C1).
 */
const CALLED: ReadonlySet<EdgeId> = new Set(['E1', 'E5', 'E7', 'E19', 'E20', 'E22', 'E24', 'E28'])

/** The reporter's own key reaches who joined them as well (R-T9). */
const reporterKey = ({ reporter, left }: Ticket): string =>
  reporter && !left ? personKey(reporter.personId) : FOLLOWERS

/** Everybody told of an event by its edge, R-P5 observed. */
export function noticesOf(next: Ticket, event: TicketEvent, knowledge: Knowledge): OutboxEntry[] {
  const edge = event.edge as EdgeId | undefined
  if (!edge) return []
  const own = TO_REPORTER[edge](next, knowledge)
  const entries = [
    ...(own ? [toReporter(entry(event.seq, reporterKey(next), own, 'ticket.progress'), edge, next)] : []),
    ...toJoiners(event.seq, edge, next),
    ...toStaff(edge, next, knowledge).map(({ to, notice }) =>
      toPost(entry(event.seq, to, notice, 'ticket.todo')),
    ),
  ]
  return entries.filter(({ to }) => !isBarred(to, next, knowledge))
}

function toJoiners(seq: number, edge: EdgeId, next: Ticket): OutboxEntry[] {
  const told = mayHaveJoiners(next) ? TO_JOINERS[edge] : undefined
  if (!told) return []
  const [title, rest] = told
  return [entry(seq, JOINERS, { title, words: `您附议的事项（${next.number}）${rest}` }, 'ticket.progress')]
}

/** R-H6: whoever is on duty is told at once (R-D7). */
const toPost = (told: OutboxEntry): OutboxEntry =>
  told.to.startsWith(dutyKey('')) ? { ...told, template: 'ticket.alert', urgent: true } : told

/** Back from a question (E7) there is nothing the reporter has to know. */
const toReporter = (told: OutboxEntry, edge: EdgeId, { status }: Ticket): OutboxEntry =>
  CALLED.has(edge) && (edge !== 'E7' || status === 'awaitingReporter') ? { ...told, call: true } : told

const entry = (seq: number, to: string, { title, words }: Notice, template: string): OutboxEntry => ({
  seq,
  to,
  template,
  title,
  words,
})
