/** What a reporter can do with a ticket; which of it now, the cloud says in `commands`. */
export const REPORTER_COMMANDS = [
  'ticket.reply',
  'ticket.rate',
  'ticket.appeal',
  'ticket.supplement',
  'ticket.urge',
  'ticket.withdraw',
] as const
export type ReporterCommand = (typeof REPORTER_COMMANDS)[number]

export const COMMAND_WORDS: Record<ReporterCommand, string> = {
  'ticket.reply': '回答这个问题',
  'ticket.rate': '去评价',
  'ticket.appeal': '申诉',
  'ticket.supplement': '补充情况',
  'ticket.urge': '催办',
  'ticket.withdraw': '撤回',
}

/** The one main action is what is most awaited of the reporter; the others stand below it. */
export function arrange(commands: readonly string[]): { main?: ReporterCommand; others: ReporterCommand[] } {
  const possible = REPORTER_COMMANDS.filter((command) => commands.includes(command))
  const [first, ...others] = possible
  // Urging and withdrawing are never what a page is for.
  if (first === 'ticket.urge' || first === 'ticket.withdraw') return { others: possible }
  return { main: first, others }
}

/** Whether the reporter can do anything at all now. */
export const hasCommands = ({ commands }: { commands: readonly string[] }): boolean =>
  REPORTER_COMMANDS.some((command) => commands.includes(command))

interface Form {
  title: string
  consequence?: string
  label: string
  placeholder?: string
  min: number
  max: number
  withPhotos: boolean
  confirm: string
  danger?: boolean
  /** Said when it has been done. */
  done: string
}

/** The commands that need words. */
export const FORMS: Record<Exclude<ReporterCommand, 'ticket.rate' | 'ticket.urge'>, Form> = {
  'ticket.reply': {
    title: '回答问题',
    label: '您的回答',
    min: 1,
    max: 2000,
    withPhotos: true,
    confirm: '发送',
    done: '已收到您的回答',
  },
  'ticket.appeal': {
    title: '申诉',
    consequence: '会换一位工作人员重新审核，只能申诉一次',
    label: '申诉理由',
    placeholder: '为什么应当受理，有什么新的情况',
    min: 5,
    max: 1000,
    withPhotos: true,
    confirm: '提交申诉',
    done: '已收到您的申诉',
  },
  'ticket.supplement': {
    title: '补充情况',
    label: '要补充的',
    placeholder: '新发生的情况，或忘了说的事',
    min: 2,
    max: 2000,
    withPhotos: true,
    confirm: '发送',
    done: '已补充',
  },
  'ticket.withdraw': {
    title: '撤回这件事',
    consequence: '撤回后不再办理。举报需要中心同意后才能撤回',
    label: '为什么撤回',
    placeholder: '如：问题已经解决了',
    min: 2,
    max: 300,
    withPhotos: false,
    confirm: '确定撤回',
    danger: true,
    done: '已处理您的撤回',
  },
}
