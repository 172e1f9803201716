import { words } from './fields'
import type { FormOf } from './types'

/** R-D8: a township calls departments to the spot. */
export const whistle: FormOf<'ticket.whistle'> = {
  title: '吹哨',
  button: '吹哨请部门到场',
  consequence: '中心确认后通知这些部门到现场报到；紧急事项马上通知。',
  fields: [
    {
      name: 'unitIds',
      label: '呼叫部门',
      hint: '先选的那个部门在现场牵头。',
      type: 'units',
      max: 8,
      optional: false,
    },
    words('place', '集合地点', [2, 60], {
      lines: 1,
      placeholder: '到哪里会合',
      from: ({ place, address }) => [place, address].filter(Boolean).join(' ').slice(0, 60),
    }),
    words('words', '吹哨事由', [5, 500], { placeholder: '什么事，请部门来做什么' }),
  ],
}

export const confirmWhistle: FormOf<'ticket.confirmWhistle'> = {
  title: '确认吹哨',
  button: '提交确认意见',
  consequence: '同意则部门成为协办单位，1 个工作日内到现场报到；紧急的按分钟算。',
  fields: [
    { name: 'grant', label: '确认意见', type: 'flag', yes: '同意', no: '不同意' },
    words('words', '意见', [0, 500], { optional: true }),
  ],
}
