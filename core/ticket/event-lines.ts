import { unitName, unitOf } from '../knowledge/units'
import { centreName } from './centre'
import type { Knowledge } from '../knowledge/types'
import { readableMoment } from './moments'
import type { TicketEvent } from './types'
import {
  MARKS,
  ORDER_GRADES,
  REFUSAL_REASONS,
  SAID_BY,
  SAID_HOW,
  SATISFACTIONS,
  type Mark,
  type OrderGrade,
  type RefusalReason,
  type SaidBy,
  type SaidHow,
  type Satisfaction,
} from './words'

/** What a line of the timeline says, and who may see it. */
export interface Line {
  title: string
  /** `staff`: everybody but the reporter's side; `centre`: centre, leaders and supervision only. */
  readers: 'all' | 'staff' | 'centre'
  /** Something the reporter did or wrote. */
  byReporter?: boolean
  /** R-T9: by the reporter of a joined ticket: the other reporters read no more than that it was done. */
  ofAnother?: boolean
  /** Says how the reporter rated (R-C3). */
  rating?: boolean
  /** The words speak to the reporter or about the matter in detail: not for units on a sensitive ticket (R-P5). */
  quotes?: boolean
  /** The words are for staff even where the step is for all. */
  staffWords?: boolean
}

type Facts = Record<string, unknown>
type Maker = (facts: Facts, event: TicketEvent, knowledge: Knowledge) => Line

const all =
  (title: string, rest: Partial<Line> = {}): Maker =>
  () => ({ title, readers: 'all', ...rest })
const staff =
  (title: string, rest: Partial<Line> = {}): Maker =>
  () => ({ title, readers: 'staff', ...rest })
const centre =
  (title: string): Maker =>
  () => ({ title, readers: 'centre' })

/** What the reporter says; R-T11: through an operator who wrote it down. */
const said =
  (title: string): Maker =>
  ({ saidBy, saidHow }) => ({
    title: saidBy
      ? `${title}（${SAID_BY[saidBy as SaidBy]}${SAID_HOW[saidHow as SaidHow]}告知，中心代录）`
      : title,
    readers: 'all',
    byReporter: true,
  })

/** R-H7: signed on paper, and recorded by an operator with a photo of the sheet. */
const onPaper = ({ paper }: Facts): string => (paper ? '（纸质签批，中心代录）' : '')

const toUnit =
  (verb: string): Maker =>
  ({ leadUnitId }, _, knowledge) => ({
    title: unitOf(knowledge, String(leadUnitId))
      ? `${verb}${unitName(knowledge, String(leadUnitId))}办理`
      : `${verb}承办单位办理`,
    readers: 'all',
  })

const rated: Maker = ({ result, outcome, other, sameCall }) =>
  outcome === 'noAnswer'
    ? { title: '电话回访，未接通', readers: 'centre' }
    : {
        title: `${other ? '并案反映人评价' : '评价'}：${SATISFACTIONS[result as Satisfaction] ?? '已评价'}${sameCall ? '（答复时当场询问）' : ''}`,
        readers: 'all',
        byReporter: true,
        rating: true,
        ofAnother: other === true,
      }

const askedTime: Maker = ({ until }) => ({
  title: `申请延期到 ${readableMoment(new Date(Number(until)))}`,
  readers: 'staff',
})
const decidedTime: Maker = ({ grant, deadline }) =>
  grant
    ? {
        title: `同意延期，${readableMoment(new Date(Number(deadline)))} 前办结`,
        readers: 'all',
        staffWords: true,
        quotes: true,
      }
    : { title: '没有同意延期', readers: 'staff', quotes: true }

const whistled: Maker = ({ unitIds }, _, knowledge) => ({
  title: `吹哨：请${(unitIds as string[]).map((id) => unitName(knowledge, id)).join('、')}到现场`,
  readers: 'staff',
})

const marked: Maker = ({ mark, on }) => ({
  title: `${on ? '标为' : '取消'}${MARKS[mark as Mark] ?? '标记'}`,
  readers: 'staff',
  quotes: true,
})

const movedTo: Maker = ({ centreUnitId }, _, knowledge) => ({
  title: `改由${centreName(knowledge, String(centreUnitId))}办理`,
  readers: 'centre',
})

const LINES: Record<string, Maker> = {
  'ticket.submit': all('提交', { byReporter: true }),
  'ticket.intake': all('登记', { byReporter: true }),
  'ticket.claim': all('反映人凭手机号认领', { byReporter: true }),
  'ticket.supplement': said('补充'),
  'ticket.urge': said('催办'),
  'ticket.appeal': said('申诉'),
  'ticket.reply': said('回复了中心的问题'),
  'ticket.withdraw': (facts, ...rest) =>
    said(facts.asked ? '请求撤回' : facts.left ? '退出，其他反映人的事项继续办理' : '撤回')(facts, ...rest),
  'ticket.rate': rated,
  'ticket.recordCallback': rated,
  'ticket.refuse': ({ reason }) => ({
    title: `不予受理：${REFUSAL_REASONS[reason as RefusalReason] ?? ''}`,
    readers: 'all',
  }),
  'ticket.answer': all('中心直接答复', { quotes: true }),
  'ticket.collect': all('建议已采集'),
  'ticket.concludeSuggestion': ({ adopted }) => ({
    title: adopted ? '建议已采纳' : '建议已记录留用',
    readers: 'all',
  }),
  'ticket.passOnPraise': all('表扬已转达'),
  'ticket.merge': all('与同一件事合并办理', { quotes: true }),
  'ticket.unmerge': all('恢复单独办理'),
  'ticket.split': ({ parts, of }) => ({
    title: of ? `从 ${String(of)} 拆分出来` : `拆分为 ${String(parts)} 件分别办理`,
    readers: 'all',
    quotes: true,
  }),
  'ticket.ask': all('请反映人补充说明', { quotes: true }),
  'ticket.escalate': all('呈县领导阅批', { quotes: true }),
  'ticket.instruct': (facts, ...rest) => ({
    ...toUnit(`领导批示${onPaper(facts)}，交`)(facts, ...rest),
    // R-P5: a signed sheet says what the matter is.
    ...(facts.paper ? { quotes: true } : {}),
  }),
  'ticket.returnToCentre': (facts) => ({
    title: `领导退回${onPaper(facts)}，重新研究`,
    readers: 'all',
    quotes: true,
  }),
  'ticket.dispatch': toUnit('派给'),
  'clock.autoDispatch': toUnit('自动派给'),
  'clock.urgentDispatch': toUnit('紧急事项，系统派给'),
  'ticket.reassign': all('重新安排承办单位', { quotes: true }),
  'ticket.sendUp': movedTo,
  'ticket.sendDown': movedTo,
  'ticket.sign': all('签收'),
  'ticket.returnTicket': ({ ground }) => ({
    title: ground === 'notOurPower' ? '退单：不属本单位职责' : '退单：不在本单位辖区',
    readers: 'all',
  }),
  'ticket.note': (_, { body }) => ({
    title: body?.internal ? '内部记录' : '办理进展',
    readers: body?.internal ? 'staff' : 'all',
  }),
  'ticket.firstContact': all('联系反映人', { staffWords: true }),
  'ticket.checkIn': ({ whistle }) => ({ title: whistle ? '到现场报到' : '到达现场', readers: 'all' }),
  'ticket.assign': staff('指定经办人'),
  'ticket.whistle': whistled,
  'ticket.confirmWhistle': ({ grant }) => ({
    title: grant ? '同意吹哨，部门到现场报到' : '没有同意吹哨',
    readers: 'staff',
    quotes: true,
  }),
  'ticket.coUnitPart': staff('协办部分已报送'),
  'ticket.coUnitObject': staff('对协办提出异议'),
  'ticket.passDown': ({ unitId }, _, knowledge) => ({
    title: `交给${unitName(knowledge, String(unitId))}承办`,
    readers: 'staff',
  }),
  'ticket.askExtension': askedTime,
  'ticket.decideExtension': decidedTime,
  'ticket.submitResult': all('提交办理结果'),
  'ticket.sendBack': all('结果退回补办'),
  'ticket.approve': (facts) => ({
    title: facts.paper ? `领导审签通过${onPaper(facts)}` : '审核通过',
    readers: 'all',
    quotes: true,
  }),
  'ticket.closeWithoutReporter': all('办结'),
  'ticket.replyUpward': staff('已回复上级', { quotes: true }),
  'ticket.redo': all('要求重办'),
  'ticket.proposeUnreasonable': centre('提请认定为不合理诉求'),
  'ticket.concurUnreasonable': ({ concur }) =>
    concur
      ? { title: '经认定，作出说明并办结', readers: 'all', quotes: true }
      : { title: '督查局未同意认定', readers: 'centre' },
  'ticket.orderRedo': all('督查局要求重办'),
  'ticket.issueOrder': ({ grade, raised }) => ({
    title: `${raised ? '升级为' : '下达'}${ORDER_GRADES[grade as OrderGrade]}`,
    readers: 'staff',
  }),
  'ticket.answerOrder': ({ grade }) => ({
    title: `答复${ORDER_GRADES[grade as OrderGrade]}`,
    readers: 'staff',
  }),
  'ticket.liftOrder': ({ grade }) => ({
    title: `解除${ORDER_GRADES[grade as OrderGrade]}`,
    readers: 'staff',
  }),
  'ticket.dropOrder': ({ grade }) => ({
    title: `没有核发${ORDER_GRADES[grade as OrderGrade]}`,
    readers: 'centre',
  }),
  'ticket.conclude': all('作出结论并办结', { quotes: true }),
  'ticket.mark': marked,
  'ticket.unmask': centre('查看反映人信息'),
  'clock.answerTimeout': all('未收到回复，继续办理'),
  'clock.unreachable': (_, { edge }) => ({
    title: edge === 'E21' ? '多次联系未接通，先行办结' : '其余反映人多次联系未接通，以已有评价为准',
    readers: 'all',
  }),
  'clock.remind': staff('系统提醒'),
}

/** The line of an event. Unknown kinds are for the centre only: nothing leaks by being new. */
export function linesOf(event: TicketEvent, knowledge: Knowledge): Line {
  const make = LINES[event.type] ?? centre('其他记录')
  return make(event.body?.facts ?? {}, event, knowledge)
}

/** The kinds of events that have a line, for the test that none is forgotten. */
export const DESCRIBED: readonly string[] = Object.keys(LINES)
