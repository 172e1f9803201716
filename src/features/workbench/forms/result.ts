import { OUTCOMES } from '@core/ticket/words'
import { isOnPaper, lookedAt, signedSheet, words, photos } from './fields'
import type { FormOf } from './types'

export const submitResult: FormOf<'ticket.submitResult'> = {
  title: '报送办理结果',
  button: '报送结果',
  consequence: '送中心审核；通过后反映人会看到。',
  standard: true,
  fields: [
    { ...photos, label: '现场照片', hint: '办理前后各拍一张最清楚。' },
    words('found', '调查情况', [1, 2000], { placeholder: '到现场看到了什么，原因是什么', check: lookedAt }),
    words('done', '办理情况', [1, 2000], { placeholder: '做了什么，现在怎么样', check: lookedAt }),
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
}

export const approve: FormOf<'ticket.approve'> = {
  title: '审核通过',
  button: '通过',
  consequence: '反映人会看到办理结果，并请他评价。',
  direct: (ticket) => !isOnPaper(ticket),
  fields: [
    signedSheet,
    words('overrule', '放行理由', [5, 500], {
      optional: true,
      hint: '系统提示结果有欠缺、您仍认为可以通过时，请写明理由。',
    }),
  ],
}

export const closeWithoutReporter: FormOf<'ticket.closeWithoutReporter'> = {
  title: '审核通过并办结',
  button: '通过并办结',
  consequence: '没有可以回访的反映人，通过后直接办结。',
  fields: [
    words('words', '说明', [0, 300], {
      optional: true,
      hint: '系统提示结果有欠缺、您仍认为可以通过时，请写明理由。',
    }),
  ],
}

export const replyUpward: FormOf<'ticket.replyUpward'> = {
  title: '记录已回复上级',
  button: '已回复上级',
  consequence: '上级交办件回复以后才能办结；反映人已经满意的，记下后直接办结。',
  fields: [
    words('words', '回复情况', [5, 1000], { placeholder: '哪天、用什么方式、文号多少，回复了什么' }),
    { ...photos, label: '回复函的照片' },
  ],
}

export const sendBack: FormOf<'ticket.sendBack'> = {
  title: '退回补办',
  button: '退回补办',
  consequence: '单位按要求补办，剩下的时限接着算。',
  fields: [words('missing', '需要补办的内容', [5, 1000])],
}
