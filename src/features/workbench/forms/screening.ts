import type { TicketView } from '@core/contracts/ticket/views'
import { REFUSAL_REASONS, type Channel } from '@core/ticket/words'
import type { Values } from '../form-model'
import { lookedAt, words } from './fields'
import { questions } from './rating'
import type { FormOf } from './types'

/** Where somebody is still on the line or at the desk. */
const LIVE: readonly Channel[] = ['phone', 'visit', 'reception']
const isLive = ({ channel }: TicketView) => channel !== undefined && LIVE.includes(channel)
const asked = ({ asked: answer }: Values, ticket: TicketView) => answer === true && isLive(ticket)

export const answer: FormOf<'ticket.answer'> = {
  title: '直接答复',
  button: '答复反映人',
  consequence: '反映人会看到答复，并请他评价。',
  standard: true,
  fields: [
    words('words', '答复', [5, 2000], { lines: 6, check: lookedAt }),
    {
      name: 'asked',
      label: '当场请反映人评价',
      hint: '电话还没挂、人还在窗口时可以当场问；没问的以后回访。',
      type: 'flag',
      yes: '当场问了',
      no: '以后回访',
      when: (_, ticket) => isLive(ticket),
      from: () => false,
    },
    ...questions(asked),
    words('said', '反映人的话', [0, 500], { optional: true, lines: 3, when: asked }),
  ],
}

export const collect: FormOf<'ticket.collect'> = {
  title: '收入建议汇总',
  button: '收入汇总',
  consequence: '进入本月建议汇总，下月 10 日前答复反映人。',
  fields: [words('words', '备注', [0, 300], { optional: true })],
}

export const passOnPraise: FormOf<'ticket.passOnPraise'> = {
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
}

export const concludeSuggestion: FormOf<'ticket.concludeSuggestion'> = {
  title: '答复建议',
  button: '答复并办结',
  consequence: '反映人会看到答复，可以评价。',
  fields: [
    { name: 'adopted', label: '是否采纳', type: 'flag', yes: '采纳', no: '留作参考' },
    words('words', '答复', [5, 1000]),
  ],
}

export const refuse: FormOf<'ticket.refuse'> = {
  title: '不予受理',
  button: '不予受理',
  consequence: '反映人会看到原因和去处，5 个工作日内可以申诉一次。',
  danger: true,
  fields: [
    { name: 'reason', label: '原因', type: 'choice', options: REFUSAL_REASONS },
    words('goTo', '可以去哪里办', [2, 200], { lines: 2, placeholder: '单位、地址、电话' }),
  ],
}
