import { ORDER_GRADES } from '@core/ticket/words'
import type { TicketView } from '@core/contracts/ticket/views'
import { dayOf } from '../form-model'
import { photos, words } from './fields'
import type { FormOf } from './types'

const draftOf = ({ orders }: TicketView) => orders.find(({ state }) => state === 'draft')
const inForce = ({ orders }: TicketView) =>
  orders.find(({ state }) => state === 'issued' || state === 'answered')

/** The draft's grade; else one more than what is in force. */
const gradeOf = (ticket: TicketView): string =>
  String(draftOf(ticket)?.grade ?? Math.min((inForce(ticket)?.grade ?? 0) + 1, 3))

export const issueOrder: FormOf<'ticket.issueOrder'> = {
  title: '下达督查令',
  button: '下达督查令',
  consequence: '单位和负责人马上收到，要在期限前书面答复。已有的督查令随之升级。',
  fields: [
    { name: 'grade', label: '级别', type: 'choice', options: ORDER_GRADES, from: gradeOf },
    words('words', '督查令', [5, 1000], {
      lines: 6,
      hint: '发给承办单位看的，请不要写能认出反映人的内容。',
      from: (ticket) => draftOf(ticket)?.words,
    }),
    {
      name: 'until',
      label: '答复期限',
      hint: '到当天 18:00。',
      type: 'day',
      from: (ticket) => {
        const draft = draftOf(ticket)
        return draft && draft.until > Date.now() ? dayOf(draft.until) : undefined
      },
    },
  ],
}

export const answerOrder: FormOf<'ticket.answerOrder'> = {
  title: '答复督查令',
  button: '答复督查令',
  consequence: '送督查局审看；办理结果仍要另外报送。',
  fields: [
    words('words', '答复', [5, 1000], {
      lines: 6,
      placeholder: '为什么没有按时办好，现在办到哪一步，什么时候办完',
    }),
    photos,
  ],
}

export const liftOrder: FormOf<'ticket.liftOrder'> = {
  title: '解除督查令',
  button: '解除督查令',
  consequence: '单位会收到解除的消息。',
  fields: [words('words', '解除理由', [2, 500], { lines: 3 })],
}

export const dropOrder: FormOf<'ticket.dropOrder'> = {
  title: '不核发督查令',
  button: '不核发',
  consequence: '起草的督查令作废，理由会留在办理过程里。',
  fields: [words('words', '不核发的理由', [2, 500], { lines: 3 })],
}
