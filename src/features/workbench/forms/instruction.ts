import { words, deadline, coUnits, leadUnit, summary, needsSummary, signedSheet } from './fields'
import type { FormOf } from './types'

export const escalate: FormOf<'ticket.escalate'> = {
  title: '呈领导阅批',
  button: '呈领导阅批',
  consequence: '这件事会标为重大，等领导批示后再交办。',
  fields: [
    { name: 'leaderId', label: '呈送领导', type: 'leader' },
    words('words', '呈批意见', [5, 1000], { placeholder: '是什么事、建议哪个单位办、什么时候办完' }),
    {
      ...summary,
      when: (_, { confidential, kind, proposal }) => needsSummary(confidential, kind ?? proposal?.kind.value),
    },
  ],
}

export const instruct: FormOf<'ticket.instruct'> = {
  title: '批示交办',
  button: '批示交办',
  consequence: '指定的单位不能退单，并列入重点督办。',
  fields: [
    // R-A9: what the leader said at the reception is what they sign.
    { ...words('words', '批示', [2, 1000]), from: ({ toSign }) => toSign?.said ?? '' },
    leadUnit,
    coUnits,
    deadline,
    signedSheet,
  ],
}

export const returnToCentre: FormOf<'ticket.returnToCentre'> = {
  title: '退回中心',
  button: '退回中心',
  consequence: '回到待受理，由中心按您的意见再办。',
  fields: [words('words', '意见', [2, 500]), signedSheet],
}
