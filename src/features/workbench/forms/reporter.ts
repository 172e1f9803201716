import type { TicketView } from '@core/contracts/ticket/views'
import type { Values } from '../form-model'
import { photos, spoken, words } from './fields'
import type { FormOf } from './types'

export const ask: FormOf<'ticket.ask'> = {
  title: '问反映人',
  button: '问反映人',
  consequence: '等回答期间办理时限暂停，最多 5 个工作日。',
  fields: [words('words', '要问的问题', [5, 500])],
}

/** R-T11: what a reporter without WeChat says by phone or at the desk. */
export const reply: FormOf<'ticket.reply'> = {
  title: '代录反映人的回答',
  button: '代录回答',
  consequence: '记为反映人的回答，接着办理，时限接着算。',
  fields: [...spoken, words('words', '回答', [1, 2000], { lines: 6 }), photos],
}

export const supplement: FormOf<'ticket.supplement'> = {
  title: '代录反映人的补充',
  button: '代录补充',
  consequence: '记为反映人补充的情况，承办的人会看到。',
  fields: [...spoken, words('words', '补充内容', [2, 2000], { lines: 6 }), photos],
}

export const urge: FormOf<'ticket.urge'> = {
  title: '代录反映人催办',
  button: '代录催办',
  consequence: '记为反映人催办并告知单位负责人；一天一次。',
  fields: spoken,
}

export const appeal: FormOf<'ticket.appeal'> = {
  title: '代录反映人申诉',
  button: '代录申诉',
  consequence: '记为反映人的申诉，由另一位办理员办理；只能申诉一次。',
  fields: [...spoken, words('words', '申诉理由', [5, 1000]), photos],
}

/** The request is there already and waits for the centre. */
const isAsked = (_: Values, { withdrawal }: TicketView) => withdrawal !== undefined

export const withdraw: FormOf<'ticket.withdraw'> = {
  title: '撤回',
  button: '撤回',
  consequence: '按反映人的意思不再办理。举报件先记为请求，再由中心决定是否同意。',
  danger: true,
  fields: [
    ...spoken.map((field) => ({
      ...field,
      when: (values: Values, ticket: TicketView) => !isAsked(values, ticket),
    })),
    words('words', '撤回的原因', [2, 300], {
      placeholder: '反映人为什么撤回；举报件请写和反映人核实过什么，是否自愿',
    }),
  ],
}
