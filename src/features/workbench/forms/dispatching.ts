import { HANDLING_CLASSES, KINDS } from '@core/ticket/words'
import { dayOf } from '../form-model'
import { words, deadline, coUnits, leadUnit, summary, needsSummary } from './fields'
import type { FormOf } from './types'

export const dispatch: FormOf<'ticket.dispatch'> = {
  title: '派单',
  button: '派单',
  consequence: '承办单位马上收到，办理时限从现在算起。',
  fields: [
    {
      name: 'kind',
      label: '诉求类型',
      type: 'choice',
      options: KINDS,
      from: (ticket) => ticket.kind ?? ticket.proposal?.kind.value,
    },
    {
      name: 'categoryId',
      label: '类别',
      type: 'category',
      from: (ticket) => ticket.category?.id ?? ticket.proposal?.categoryId.value,
    },
    leadUnit,
    coUnits,
    {
      name: 'handlingClass',
      label: '办理方式',
      type: 'choice',
      options: HANDLING_CLASSES,
      from: (ticket) => ticket.handlingClass ?? ticket.proposal?.handlingClass.value,
    },
    {
      ...deadline,
      when: ({ handlingClass }) => handlingClass === 'fixed',
      from: ({ proposal }) =>
        proposal?.handlingClass.value === 'fixed' ? dayOf(proposal.deadline) : undefined,
    },
    { ...summary, when: ({ kind }, { confidential }) => needsSummary(confidential, kind) },
    words('words', '交办意见', [0, 500], { optional: true, lines: 3 }),
  ],
}

export const reassign: FormOf<'ticket.reassign'> = {
  title: '改派',
  button: '收回改派',
  consequence: '从现在的单位收回，回到待受理，再派给别的单位。',
  fields: [words('words', '改派原因', [2, 300])],
}
