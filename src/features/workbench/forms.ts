import type { ActionId, ActionInput } from '@core/contracts'
import {
  DISSATISFIED_REASONS,
  HANDLING_CLASSES,
  KINDS,
  MARKS,
  OUTCOMES,
  REFUSAL_REASONS,
  SATISFACTIONS,
  SOLVED,
} from '@core/ticket/words'
import type { TicketView } from '@core/contracts/ticket/views'
import { dayOf, type Field, type FormSpec, type Values } from './form-model'

type TicketAction = Extract<ActionId, `ticket.${string}`>
/** Reads, what makes a ticket, and what the reporter or whoever filed it does on the citizens' pages. */
type NotACommandOfStaff =
  | `ticket.${'get' | 'docket' | 'mine' | 'queue' | 'search' | 'admitPhoto' | 'unmask'}`
  | `ticket.${'intake' | 'claim'}`
  | `ticket.${'submit' | 'appeal' | 'rate' | 'reply' | 'supplement' | 'urge'}`

/** Every command a member of staff can take on a ticket. */
export type StaffCommand = Exclude<TicketAction, NotACommandOfStaff>

type KeysOf<T> = T extends unknown ? Exclude<keyof T, 'ticketId'> & string : never
type Forms = { readonly [C in StaffCommand]: FormSpec<KeysOf<ActionInput<C>>> }

const words = <N extends string>(
  name: N,
  label: string,
  [min, max]: [number, number],
  more: Partial<Pick<Field<N>, 'hint' | 'optional' | 'when' | 'from'>> & {
    placeholder?: string
    lines?: number
  } = {},
): Field<N> => ({ name, label, type: 'text', min, max, lines: 4, ...more })

const photos = { name: 'photos', label: '照片', type: 'photos', max: 9 } as const
const deadline = {
  name: 'deadline',
  label: '办理期限',
  hint: '到当天 18:00。不选就按规定的时限。',
  type: 'day',
  optional: true,
} as const
const coUnits = {
  name: 'coUnitIds',
  label: '协办单位',
  type: 'units',
  max: 8,
  from: (ticket: TicketView) =>
    ticket.coUnits.length > 0 ? ticket.coUnits.map(({ id }) => id) : ticket.proposal?.coUnitIds,
} as const
const leadUnit = {
  name: 'leadUnitId',
  label: '主办单位',
  type: 'unit',
  from: (ticket: TicketView) => ticket.leadUnitId ?? ticket.proposal?.leadUnitId.value,
} as const

/** R-P5 */
const summary = {
  name: 'summary',
  label: '转办摘要',
  type: 'text',
  min: 5,
  max: 1000,
  lines: 4,
  hint: '单位看到的是这段摘要，看不到反映人的原话。请不要写能认出反映人的内容。',
  from: (ticket: TicketView) => ticket.summary,
} as const

const answered = ({ outcome }: Values) => outcome === 'answered'
const unhappy = ({ result, attitude }: Values) => result === 'dissatisfied' || attitude === 'dissatisfied'

/** R-C4: from the third on, a redo is a meeting's decision. */
const dissatisfactions = (ratings: TicketView['ratings']) =>
  new Set(ratings.filter(({ result }) => result === 'dissatisfied').map(({ round }) => round)).size

/** R-P5: units read the operator's summary of these, never the reporter's words. */
export function needsSummary(confidential: boolean, kind: unknown): boolean {
  return confidential || kind === 'report'
}

/**
 * How each command is asked for: one row a command, in the order in which a page offers them. Limits of length are
 * those of the contracts (a test compares them).
 */
export const forms: Forms = {
  'ticket.dispatch': {
    title: '派单',
    button: '派单',
    consequence: '承办单位马上收到，办理时限从现在算起。',
    fields: [
      {
        name: 'kind',
        label: '诉求类型',
        type: 'choice',
        options: KINDS,
        from: (ticket) => ticket.kind ?? ticket.proposal?.kind.value,
      },
      {
        name: 'categoryId',
        label: '类别',
        type: 'category',
        from: (ticket) => ticket.category?.id ?? ticket.proposal?.categoryId.value,
      },
      leadUnit,
      coUnits,
      {
        name: 'handlingClass',
        label: '办理方式',
        type: 'choice',
        options: HANDLING_CLASSES,
        from: (ticket) => ticket.handlingClass ?? ticket.proposal?.handlingClass.value,
      },
      {
        ...deadline,
        when: ({ handlingClass }) => handlingClass === 'fixed',
        from: ({ proposal }) =>
          proposal?.handlingClass.value === 'fixed' ? dayOf(proposal.deadline) : undefined,
      },
      { ...summary, when: ({ kind }, { confidential }) => needsSummary(confidential, kind) },
      words('words', '交办意见', [0, 500], { optional: true, lines: 3 }),
    ],
  },
  'ticket.answer': {
    title: '直接答复',
    button: '答复反映人',
    consequence: '反映人会看到答复，并请他评价。',
    fields: [words('words', '答复', [5, 2000], { lines: 6 })],
  },
  'ticket.collect': {
    title: '收入建议汇总',
    button: '收入汇总',
    consequence: '进入本月建议汇总，下月 10 日前答复反映人。',
    fields: [words('words', '备注', [0, 300], { optional: true })],
  },
  'ticket.passOnPraise': {
    title: '转达表扬',
    button: '转达表扬',
    consequence: '转给受表扬的单位，这件事就办结了。',
    fields: [
      {
        name: 'unitId',
        label: '受表扬的单位',
        type: 'unit',
        optional: true,
        from: ({ proposal }) => proposal?.leadUnitId.value,
      },
    ],
  },
  'ticket.escalate': {
    title: '呈领导阅批',
    button: '呈领导阅批',
    consequence: '这件事会标为重大，等领导批示后再交办。',
    fields: [
      { name: 'leaderId', label: '呈送领导', type: 'leader' },
      words('words', '呈批意见', [5, 1000], { placeholder: '是什么事、建议哪个单位办、什么时候办完' }),
      {
        ...summary,
        when: (_, { confidential, kind, proposal }) =>
          needsSummary(confidential, kind ?? proposal?.kind.value),
      },
    ],
  },
  'ticket.instruct': {
    title: '批示交办',
    button: '批示交办',
    consequence: '指定的单位不能退单，并列入重点督办。',
    fields: [words('words', '批示', [2, 1000]), leadUnit, coUnits, deadline],
  },
  'ticket.sign': {
    title: '签收',
    button: '签收',
    consequence: '表示本单位已经接手。',
    direct: true,
    fields: [],
  },
  'ticket.firstContact': {
    title: '记录首次联系',
    button: '记下首次联系',
    consequence: '记入办理过程；接手后 1 个工作日内要联系反映人。',
    fields: [
      {
        name: 'how',
        label: '联系方式',
        type: 'choice',
        options: { phone: '打电话', visit: '上门', message: '发消息', throughCentre: '由中心转达' },
      },
      words('words', '联系情况', [2, 500], { placeholder: '谁联系的，反映人怎么说' }),
    ],
  },
  'ticket.submitResult': {
    title: '报送办理结果',
    button: '报送结果',
    consequence: '送中心审核；通过后反映人会看到。',
    fields: [
      { ...photos, label: '现场照片', hint: '办理前后各拍一张最清楚。' },
      words('found', '调查情况', [1, 2000], { placeholder: '到现场看到了什么，原因是什么' }),
      words('done', '办理情况', [1, 2000], { placeholder: '做了什么，现在怎么样' }),
      { name: 'outcome', label: '办理结果', type: 'choice', options: OUTCOMES },
      {
        name: 'promisedFor',
        label: '承诺日期',
        type: 'day',
        when: ({ outcome }) => outcome === 'promised',
      },
      words('basis', '依据', [0, 500], {
        hint: '哪条法律、规定或规划。',
        when: ({ outcome }) => outcome === 'explained' || outcome === 'impossible',
      }),
      words('contact', '与反映人沟通情况', [0, 500], {
        optional: true,
        lines: 3,
        placeholder: '什么时候联系的，反映人是否认可',
      }),
    ],
  },
  'ticket.approve': {
    title: '审核通过',
    button: '通过',
    consequence: '反映人会看到办理结果，并请他评价。',
    direct: true,
    fields: [
      words('overrule', '放行理由', [5, 500], {
        optional: true,
        hint: '系统提示结果有欠缺、您仍认为可以通过时，请写明理由。',
      }),
    ],
  },
  'ticket.closeWithoutReporter': {
    title: '审核通过并办结',
    button: '通过并办结',
    consequence: '没有可以回访的反映人，通过后直接办结。',
    fields: [
      words('words', '说明', [0, 300], {
        optional: true,
        hint: '系统提示结果有欠缺、您仍认为可以通过时，请写明理由。',
      }),
    ],
  },
  'ticket.sendBack': {
    title: '退回补办',
    button: '退回补办',
    consequence: '单位按要求补办，剩下的时限接着算。',
    fields: [words('missing', '需要补办的内容', [5, 1000])],
  },
  'ticket.recordCallback': {
    title: '电话回访',
    button: '记下回访',
    consequence: '接通的，评价记在反映人名下；没接通的，改天再打。',
    fields: [
      {
        name: 'outcome',
        label: '电话接通了吗',
        type: 'choice',
        options: { answered: '接通了', noAnswer: '没人接' },
      },
      {
        name: 'joinedTicketId',
        label: '打给谁',
        hint: '这件事有几位反映人，都要问到。不选就是本件的反映人。',
        type: 'choice',
        options: {},
        optionsOf: ({ joined }) =>
          Object.fromEntries(
            joined.filter(({ rated }) => !rated).map(({ id, number }) => [id, `${number} 的反映人`]),
          ),
        optional: true,
        when: (_, { joined }) => joined.some(({ rated }) => !rated),
      },
      { name: 'solved', label: '请问问题解决了吗？', type: 'choice', options: SOLVED, when: answered },
      {
        name: 'result',
        label: '您对办理结果满意吗？',
        type: 'choice',
        options: SATISFACTIONS,
        when: answered,
      },
      {
        name: 'attitude',
        label: '您对工作人员的态度满意吗？',
        type: 'choice',
        options: SATISFACTIONS,
        when: answered,
      },
      {
        name: 'reasons',
        label: '不满意时：主要是哪方面不满意？',
        type: 'many',
        options: DISSATISFIED_REASONS,
        max: 5,
        when: answered,
        optional: (values) => !unhappy(values),
      },
      words('words', '反映人的话', [0, 300], { optional: true, lines: 3 }),
      { ...photos, when: answered },
    ],
  },
  'ticket.redo': {
    title: '重办',
    button: '退回重办',
    consequence: '同一单位重新办理，列入重点督办，办完再请反映人评价。',
    fields: [
      {
        name: 'cause',
        label: '不满意的主要原因',
        type: 'choice',
        options: DISSATISFIED_REASONS,
        from: ({ ratings, round }) =>
          ratings.find((rating) => rating.round === round && rating.result === 'dissatisfied')?.reasons[0],
      },
      words('words', '重办要求', [5, 1000]),
      words('meeting', '哪次会议决定的', [2, 60], {
        lines: 1,
        when: (_, { ratings }) => dissatisfactions(ratings) >= 3,
      }),
      { ...deadline, hint: '到当天 18:00。不选就是 3 个工作日。' },
    ],
  },
  'ticket.proposeUnreasonable': {
    title: '认定诉求不合理',
    button: '提请认定不合理',
    consequence: '要督查员同意才算数；同意后说明会给反映人看，这件事办结。',
    danger: true,
    fields: [words('words', '说明', [10, 1000], { hint: '写给反映人看的：为什么这样认定，依据是什么。' })],
  },
  'ticket.concurUnreasonable': {
    title: '复核不合理认定',
    button: '提交复核意见',
    consequence: '同意则办结；不同意则回到中心重新研判。',
    fields: [
      { name: 'concur', label: '复核意见', type: 'flag', yes: '同意', no: '不同意' },
      words('words', '意见', [0, 500], { optional: true }),
    ],
  },
  'ticket.conclude': {
    title: '按会议决定办结',
    button: '办结并告知结论',
    consequence: '结论会告知反映人；评价仍计为不满意。',
    danger: true,
    fields: [words('meeting', '会议名称', [2, 60], { lines: 1 }), words('words', '结论', [10, 1000])],
  },
  'ticket.concludeSuggestion': {
    title: '答复建议',
    button: '答复并办结',
    consequence: '反映人会看到答复，可以评价。',
    fields: [
      { name: 'adopted', label: '是否采纳', type: 'flag', yes: '采纳', no: '留作参考' },
      words('words', '答复', [5, 1000]),
    ],
  },
  'ticket.note': {
    title: '写进展',
    button: '写进展',
    consequence: '记入办理过程。',
    fields: [
      { ...photos, label: '现场照片' },
      words('words', '进展', [2, 1000]),
      {
        name: 'open',
        label: '是否告知反映人',
        type: 'flag',
        yes: '告知反映人',
        no: '只给工作人员看',
      },
    ],
  },
  'ticket.checkIn': {
    title: '现场签到',
    button: '到现场签到',
    consequence: '记下到达时间和位置，反映人会知道有人到了现场。',
    fields: [
      { ...photos, label: '现场照片', optional: false },
      { name: 'point', label: '所在位置', type: 'point' },
      words('words', '现场情况', [0, 500], { optional: true, lines: 3 }),
    ],
  },
  'ticket.coUnitPart': {
    title: '报送协办情况',
    button: '报送协办情况',
    consequence: '主办单位和中心会看到；本单位的协办部分就完成了。',
    fields: [
      { ...photos, label: '现场照片' },
      words('words', '办理情况', [5, 1000], { placeholder: '做了什么，现在怎么样' }),
    ],
  },
  'ticket.passDown': {
    title: '交下级单位承办',
    button: '交下级单位',
    consequence: '期限不变；下级单位去办，结果仍由本单位负责人报送。',
    fields: [
      { name: 'unitId', label: '下级单位', type: 'unitBelow' },
      words('words', '要求', [0, 500], { optional: true, lines: 3 }),
    ],
  },
  'ticket.askExtension': {
    title: '申请延期',
    button: '申请延期',
    consequence: '要审批同意才算数；没有同意就仍按原来的期限。一件事只能申请一次。',
    fields: [
      { name: 'until', label: '延期到', type: 'day', hint: '到当天 18:00，最多延长一个办理周期。' },
      words('words', '延期原因', [5, 500], { placeholder: '为什么按期办不完，还差什么' }),
    ],
  },
  'ticket.decideExtension': {
    title: '审批延期',
    button: '提交审批意见',
    consequence: '同意则期限从原来的期限往后延，并告知反映人。',
    fields: [
      { name: 'grant', label: '审批意见', type: 'flag', yes: '同意', no: '不同意' },
      words('words', '意见', [0, 500], { optional: true }),
    ],
  },
  'ticket.ask': {
    title: '问反映人',
    button: '问反映人',
    consequence: '等回答期间办理时限暂停，最多 5 个工作日。',
    fields: [words('words', '要问的问题', [5, 500])],
  },
  'ticket.mark': {
    title: '标记',
    button: '标记',
    consequence: '紧急的马上提醒到人；重大的由领导审签；保密的单位只看摘要，不能取消。',
    fields: [
      { name: 'mark', label: '标记', type: 'choice', options: MARKS },
      {
        name: 'on',
        label: '标上还是取消',
        type: 'flag',
        yes: '标上',
        no: '取消',
        when: ({ mark }) => mark !== 'confidential',
        from: () => true,
      },
      {
        name: 'leaderId',
        label: '审签领导',
        type: 'leader',
        when: ({ mark, on }) => mark === 'major' && on !== false,
      },
      {
        ...summary,
        when: ({ mark }, { leadUnitId }) => mark === 'confidential' && leadUnitId !== undefined,
      },
      words('words', '说明', [0, 300], { optional: true, lines: 3 }),
    ],
  },
  'ticket.merge': {
    title: '并案',
    button: '并入另一件',
    consequence: '以后跟着主件一起办，反映人会收到主件的消息。并错了可以撤销。',
    fields: [
      { name: 'mainTicketId', label: '主件', type: 'ticket', hint: '还没办结的另一件。' },
      words('words', '并案说明', [0, 300], { optional: true, lines: 3 }),
    ],
  },
  'ticket.unmerge': {
    title: '撤销并案',
    button: '撤销并案',
    consequence: '恢复成单独一件，回到待受理。',
    fields: [words('words', '原因', [2, 300])],
  },
  'ticket.split': {
    title: '拆分',
    button: '拆成几件',
    consequence: '每件单独编号、单独办理，反映人会收到新的编号。拆分后不能合回去。',
    danger: true,
    fields: [
      {
        name: 'parts',
        label: '分成几件',
        hint: '每件写清一件事，尽量用反映人的原话。没有选的照片留在第 1 件。',
        type: 'parts',
        least: 2,
        max: 6,
        min: 10,
        longest: 2000,
        from: ({ words, photos }) => [
          { words: words ?? '', photos: photos.map(({ photo }) => photo) },
          { words: '', photos: [] },
        ],
      },
    ],
  },
  'ticket.reassign': {
    title: '改派',
    button: '收回改派',
    consequence: '从现在的单位收回，回到待受理，再派给别的单位。',
    fields: [words('words', '改派原因', [2, 300])],
  },
  'ticket.sendUp': {
    title: '交县中心办',
    button: '交县中心办',
    consequence: '改由县中心受理、审核和回访，乡镇中心不再看到这件事。',
    fields: [words('words', '原因', [2, 300], { lines: 3, placeholder: '为什么要县中心办，已经了解到什么' })],
  },
  'ticket.sendDown': {
    title: '交乡镇中心办',
    button: '交乡镇中心办',
    consequence: '由这个乡镇的中心受理、派给乡镇内的单位，并审核回访；县中心看得到，也可以收回。',
    fields: [
      { name: 'unitId', label: '乡镇', type: 'township' },
      words('words', '交办意见', [0, 300], { optional: true, lines: 3 }),
    ],
  },
  'ticket.returnTicket': {
    title: '退单',
    button: '退回中心',
    consequence: '一件事只能退一次；之后由中心指定单位，不能再退。',
    danger: true,
    fields: [
      {
        name: 'ground',
        label: '退单理由',
        type: 'choice',
        options: { notOurPower: '不是本单位职权', wrongPlace: '不在本单位辖区' },
      },
      words('basis', '依据', [5, 500], { placeholder: '权责清单哪一条，或实际地点在哪里' }),
      { name: 'suggestedUnitId', label: '建议由谁办', type: 'unit', optional: true },
    ],
  },
  'ticket.coUnitObject': {
    title: '对协办提异议',
    button: '提出异议',
    consequence: '报给中心研究，只能提一次；没有改派之前仍要按期协办。',
    danger: true,
    fields: [words('words', '异议理由', [5, 500], { placeholder: '为什么不该由本单位协办，依据是什么' })],
  },
  'ticket.withdraw': {
    title: '同意撤回',
    button: '同意撤回',
    consequence: '反映人请求撤回这件举报；同意后不再办理。',
    danger: true,
    fields: [words('words', '核实情况', [2, 300], { placeholder: '和反映人核实过什么，是否自愿' })],
  },
  'ticket.returnToCentre': {
    title: '退回中心',
    button: '退回中心',
    consequence: '回到待受理，由中心按您的意见再办。',
    fields: [words('words', '意见', [2, 500])],
  },
  'ticket.refuse': {
    title: '不予受理',
    button: '不予受理',
    consequence: '反映人会看到原因和去处，5 个工作日内可以申诉一次。',
    danger: true,
    fields: [
      { name: 'reason', label: '原因', type: 'choice', options: REFUSAL_REASONS },
      words('goTo', '可以去哪里办', [2, 200], { lines: 2, placeholder: '单位、地址、电话' }),
    ],
  },
  'ticket.orderRedo': {
    title: '责令重办',
    button: '责令重办',
    consequence: '单位重新办理，列入重点督办，办完再请反映人评价。',
    danger: true,
    fields: [
      words('words', '重办要求', [5, 1000], { placeholder: '哪里含糊、敷衍或不实，要查清什么' }),
      { ...deadline, hint: '到当天 18:00。不选就是 3 个工作日。' },
    ],
  },
}

/** Whether an id from the cloud is a command this page has a form for. */
export function isStaffCommand(id: string): id is StaffCommand {
  return Object.prototype.hasOwnProperty.call(forms, id)
}
