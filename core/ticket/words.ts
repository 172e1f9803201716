/**
 * The fixed vocabularies of a ticket and how people read them (domain: section 2).
 * Pages may import this file's values: it is data for display, no rule.
 */
export const KINDS = {
  consult: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
  praise: '表扬',
} as const
export type Kind = keyof typeof KINDS

export const CHANNELS = {
  miniprogram: '小程序',
  phone: '电话',
  sms: '短信',
  email: '电子邮件',
  letter: '来信',
  visit: '来访',
  weibo: '微博',
  secretaryMailbox: '书记信箱',
  mayorMailbox: '县长信箱',
  webOpinion: '网络舆情',
  reception: '领导接待',
  agent: '协管员代办',
  superior: '上级交办',
} as const
export type Channel = keyof typeof CHANNELS

export const STATUSES = {
  submitted: '待受理',
  awaitingReporter: '待补充',
  awaitingInstruction: '待阅批',
  dispatched: '待签收',
  handling: '办理中',
  inReview: '待审核',
  awaitingRating: '待评价',
  inJudgement: '待研判',
  collected: '已采集',
  closed: '已办结',
  notAccepted: '不予受理',
  withdrawn: '已撤回',
  merged: '已并案',
} as const
export type Status = keyof typeof STATUSES

export const HANDLING_CLASSES = {
  instant: '当日办结',
  threeDay: '3 个工作日',
  fixed: '限期办理',
  consult: '24 小时答复',
} as const
export type HandlingClass = keyof typeof HANDLING_CLASSES

export const OUTCOMES = {
  solved: '已经解决',
  partly: '部分解决',
  promised: '承诺按期解决',
  explained: '解释说明',
  impossible: '暂时办不了',
} as const
export type Outcome = keyof typeof OUTCOMES

/** The lists of the workbench: every figure of the to-do home opens the one behind it. */
export const QUEUE_VIEWS = {
  todo: '待我办',
  soon: '快到期',
  late: '已超时',
  returned: '被退回',
  orders: '督查令',
  all: '全部',
} as const
export type QueueView = keyof typeof QUEUE_VIEWS

/** R-T11: of whoever speaks for a reporter without WeChat. */
export const SAID_BY = { self: '本人', family: '家人', other: '受托人' } as const
export type SaidBy = keyof typeof SAID_BY
export const SAID_HOW = { phone: '电话', desk: '当面' } as const
export type SaidHow = keyof typeof SAID_HOW

/** What an operator marks a ticket as, besides its status. */
export const MARKS = {
  urgent: '紧急',
  major: '重大',
  confidential: '保密',
  publicMatter: '公共事项',
} as const
export type Mark = keyof typeof MARKS

/** R-S3: supervision orders. */
export const ORDER_GRADES = { 1: '一级督查令', 2: '二级督查令', 3: '三级督查令' } as const
export type OrderGrade = keyof typeof ORDER_GRADES

export const ORDER_STATES = {
  draft: '待核发',
  issued: '待单位答复',
  answered: '已答复',
  lifted: '已解除',
  raised: '已升级',
  dropped: '没有核发',
} as const
export type OrderState = keyof typeof ORDER_STATES

export const ORDER_CAUSES = { overdue: '办理超期', notArrived: '紧急事项无人到场', other: '督查' } as const
export type OrderCause = keyof typeof ORDER_CAUSES

export const SOLVED = { solved: '已解决', partly: '部分解决', unsolved: '未解决' } as const
export type Solved = keyof typeof SOLVED

/** The four choices of R-C2. */
export const SATISFACTIONS = {
  satisfied: '满意',
  basic: '基本满意',
  noComment: '不予评价',
  dissatisfied: '不满意',
} as const
export type Satisfaction = keyof typeof SATISFACTIONS

export const DISSATISFIED_REASONS = {
  notSolved: '问题没解决',
  untrue: '答复与实际不符',
  attitude: '态度不好',
  slow: '办得太慢',
  other: '其他',
} as const
export type DissatisfiedReason = keyof typeof DISSATISFIED_REASONS

/** Reasons of E1, each with where to go instead. */
export const REFUSAL_REASONS = {
  inProcedure: '正在诉讼、仲裁、复议或信访程序中',
  concluded: '已有结论，没有新的事实',
  notOurs: '不属于本县受理范围',
  emergency: '应拨打 110、119 或 120',
  noContent: '内容无法核实',
  unlawful: '诉求违反法律规定',
} as const
export type RefusalReason = keyof typeof REFUSAL_REASONS
