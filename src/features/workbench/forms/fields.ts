import type { TicketView } from '@core/contracts/ticket/views'
import { unlookedProblem } from '@core/ticket/standard-replies'
import { SAID_BY, SAID_HOW } from '@core/ticket/words'
import type { Field, Values } from '../form-model'

/** Fields that several forms ask for alike; a text of its own first. */
export const words = <N extends string>(
  name: N,
  label: string,
  [min, max]: [number, number],
  more: Partial<Pick<Field<N>, 'hint' | 'optional' | 'when' | 'from'>> & {
    placeholder?: string
    lines?: number
    check?(words: string, ticket: TicketView): string | undefined
  } = {},
): Field<N> => ({ name, label, type: 'text', min, max, lines: 4, ...more })

/** R-H4: said before the cloud refuses it. */
export const lookedAt = (words: string, { standardReplies = [] }: TicketView): string | undefined =>
  unlookedProblem(words, standardReplies)

export const photos = { name: 'photos', label: '照片', type: 'photos', max: 9 } as const
export const deadline = {
  name: 'deadline',
  label: '办理期限',
  hint: '到当天 18:00。不选就按规定的时限。',
  type: 'day',
  optional: true,
} as const
export const coUnits = {
  name: 'coUnitIds',
  label: '协办单位',
  type: 'units',
  max: 8,
  from: (ticket: TicketView) =>
    ticket.coUnits.length > 0 ? ticket.coUnits.map(({ id }) => id) : ticket.proposal?.coUnitIds,
} as const
export const leadUnit = {
  name: 'leadUnitId',
  label: '主办单位',
  type: 'unit',
  from: (ticket: TicketView) => ticket.leadUnitId ?? ticket.proposal?.leadUnitId.value,
} as const

/** R-T11: whoever spoke for a reporter without WeChat. */
export const spoken = [
  { name: 'saidBy', label: '谁说的', type: 'choice', options: SAID_BY },
  { name: 'saidHow', label: '怎么说的', type: 'choice', options: SAID_HOW },
] as const

/** R-H7: an operator records what the leader signed on paper. */
export const isOnPaper = ({ toSign, readerRole }: TicketView): boolean =>
  toSign !== undefined && readerRole !== 'leader'

export const signedSheet = {
  ...photos,
  label: '领导签字的单子',
  hint: '领导签在纸上的，由办理员代录；拍清楚签字和日期。',
  optional: false,
  when: (_: Values, ticket: TicketView) => isOnPaper(ticket),
} as const

/** R-P5 */
export const summary = {
  name: 'summary',
  label: '转办摘要',
  type: 'text',
  min: 5,
  max: 1000,
  lines: 4,
  hint: '单位看到的是这段摘要，看不到反映人的原话。请不要写能认出反映人的内容。',
  from: (ticket: TicketView) => ticket.summary,
} as const

/** R-P5: units read the operator's summary of these, never the reporter's words. */
export function needsSummary(confidential: boolean, kind: unknown): boolean {
  return confidential || kind === 'report'
}
