import { DISSATISFIED_REASONS } from '@core/ticket/words'
import type { TicketView } from '@core/contracts/ticket/views'
import { words, deadline } from './fields'
import type { FormOf } from './types'

/** R-C4: from the third on, a redo is a meeting's decision. */
const dissatisfactions = (ratings: TicketView['ratings']) =>
  new Set(ratings.filter(({ result }) => result === 'dissatisfied').map(({ round }) => round)).size

export const redo: FormOf<'ticket.redo'> = {
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
}

export const proposeUnreasonable: FormOf<'ticket.proposeUnreasonable'> = {
  title: '认定诉求不合理',
  button: '提请认定不合理',
  consequence: '要督查员同意才算数；同意后说明会给反映人看，这件事办结。',
  danger: true,
  fields: [words('words', '说明', [10, 1000], { hint: '写给反映人看的：为什么这样认定，依据是什么。' })],
}

export const concurUnreasonable: FormOf<'ticket.concurUnreasonable'> = {
  title: '复核不合理认定',
  button: '提交复核意见',
  consequence: '同意则办结；不同意则回到中心重新研判。',
  fields: [
    { name: 'concur', label: '复核意见', type: 'flag', yes: '同意', no: '不同意' },
    words('words', '意见', [0, 500], { optional: true }),
  ],
}

export const conclude: FormOf<'ticket.conclude'> = {
  title: '按会议决定办结',
  button: '办结并告知结论',
  consequence: '结论会告知反映人；评价仍计为不满意。',
  danger: true,
  fields: [words('meeting', '会议名称', [2, 60], { lines: 1 }), words('words', '结论', [10, 1000])],
}

export const orderRedo: FormOf<'ticket.orderRedo'> = {
  title: '责令重办',
  button: '责令重办',
  consequence: '单位重新办理，列入重点督办，办完再请反映人评价。',
  danger: true,
  fields: [
    words('words', '重办要求', [5, 1000], { placeholder: '哪里含糊、敷衍或不实，要查清什么' }),
    { ...deadline, hint: '到当天 18:00。不选就是 3 个工作日。' },
  ],
}
