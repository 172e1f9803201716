import type { TicketView } from '@core/contracts/ticket/views'
import { DISSATISFIED_REASONS, SATISFACTIONS, SOLVED } from '@core/ticket/words'
import type { Values } from '../form-model'
import { words, photos } from './fields'
import type { FormOf } from './types'

const answered = ({ outcome }: Values) => outcome === 'answered'
const unhappy = ({ result, attitude }: Values) => result === 'dissatisfied' || attitude === 'dissatisfied'

/** R-C2: what the reporter is asked, on the telephone or at the desk. */
export const questions = (when: (values: Values, ticket: TicketView) => boolean) =>
  [
    { name: 'solved', label: '请问问题解决了吗？', type: 'choice', options: SOLVED, when },
    {
      name: 'result',
      label: '您对办理结果满意吗？',
      type: 'choice',
      options: SATISFACTIONS,
      when,
    },
    {
      name: 'attitude',
      label: '您对工作人员的态度满意吗？',
      type: 'choice',
      options: SATISFACTIONS,
      when,
    },
    {
      name: 'reasons',
      label: '不满意时：主要是哪方面不满意？',
      type: 'many',
      options: DISSATISFIED_REASONS,
      max: 5,
      when,
      optional: (values: Values) => !unhappy(values),
    },
  ] as const

export const recordCallback: FormOf<'ticket.recordCallback'> = {
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
    ...questions(answered),
    words('words', '反映人的话', [0, 300], { optional: true, lines: 3 }),
    { ...photos, when: answered },
  ],
}
