import { words } from './fields'
import type { FormOf } from './types'

export const ask: FormOf<'ticket.ask'> = {
  title: '问反映人',
  button: '问反映人',
  consequence: '等回答期间办理时限暂停，最多 5 个工作日。',
  fields: [words('words', '要问的问题', [5, 500])],
}

export const withdraw: FormOf<'ticket.withdraw'> = {
  title: '同意撤回',
  button: '同意撤回',
  consequence: '反映人请求撤回这件举报；同意后不再办理。',
  danger: true,
  fields: [words('words', '核实情况', [2, 300], { placeholder: '和反映人核实过什么，是否自愿' })],
}
