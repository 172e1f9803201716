import { words } from './fields'
import type { FormOf } from './types'

export const askExtension: FormOf<'ticket.askExtension'> = {
  title: '申请延期',
  button: '申请延期',
  consequence: '要审批同意才算数；没有同意就仍按原来的期限。一件事只能申请一次。',
  fields: [
    { name: 'until', label: '延期到', type: 'day', hint: '到当天 18:00，最多延长一个办理周期。' },
    words('words', '延期原因', [5, 500], { placeholder: '为什么按期办不完，还差什么' }),
  ],
}

export const decideExtension: FormOf<'ticket.decideExtension'> = {
  title: '审批延期',
  button: '提交审批意见',
  consequence: '同意则期限从原来的期限往后延，并告知反映人。',
  fields: [
    { name: 'grant', label: '审批意见', type: 'flag', yes: '同意', no: '不同意' },
    words('words', '意见', [0, 500], { optional: true }),
  ],
}
