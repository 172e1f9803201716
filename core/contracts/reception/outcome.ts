import * as v from 'valibot'
import { KINDS, type Kind } from '../../ticket/words'
import { contract } from '../define'
import { choice, flag, id, place, text } from '../fields'
import type { DeskView } from './desk-views'

const matter = v.strictObject({
  words: text('来访人反映的事情', 5, 1000),
  kind: v.optional(choice('诉求类型', Object.keys(KINDS) as [Kind, ...Kind[]])),
  place: v.optional(place),
  confidential: flag('保密'),
  /** Answered on the spot (E3), or for the leader to instruct in writing (E8, E9). */
  result: choice('处理', ['answered', 'instructed']),
  /** The answer that was given, or what the leader said. */
  said: text('领导的答复或意见', 5, 1000),
  /** Of a confidential matter or a tip-off for the leader: what a unit will read instead of the words (R-P5). */
  summary: v.optional(text('转办摘要', 5, 1000)),
})

/** R-A9: what came of a reception: one ticket at least. */
export const outcome = contract<{
  desk: DeskView
  numbers: string[]
  /** Those that wait for the leader's instruction: it may be on paper already (R-H7). */
  toInstruct: { id: string; number: string }[]
}>()(
  'reception.outcome',
  v.strictObject({
    bookingId: id('预约'),
    matters: v.pipe(v.array(matter), v.minLength(1, '至少登记一件事'), v.maxLength(5, '一次最多登记 5 件事')),
  }),
)
