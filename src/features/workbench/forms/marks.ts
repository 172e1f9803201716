import { MARKS } from '@core/ticket/words'
import { words, summary } from './fields'
import type { FormOf } from './types'

export const mark: FormOf<'ticket.mark'> = {
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
}
