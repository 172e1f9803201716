import * as v from 'valibot'
import { KINDS, type Kind } from '../../ticket/words'
import { contract } from '../define'
import { choice, flag, mobile, photos, place, text, type Moment } from '../fields'

/** R-T1: a citizen submits. They never have to know the unit or the category. */
export const submit = contract<{
  ticketId: string
  number: string
  /** What happens next, in words, and by when. */
  next: string
  until: Moment
  /** Shown at once when the matter is urgent (R-D7). */
  advice?: string
}>()(
  'ticket.submit',
  v.strictObject({
    words: text('要反映的事情', 10, 2000),
    kind: v.optional(choice('诉求类型', Object.keys(KINDS) as [Kind, ...Kind[]])),
    photos: photos(9),
    place: v.optional(place),
    confidential: flag('保密'),
    contact: v.optional(v.strictObject({ name: v.optional(text('称呼', 1, 20)), phone: v.optional(mobile) })),
    enterprise: v.optional(
      v.strictObject({ name: text('企业名称', 2, 60), position: v.optional(text('职务', 0, 30)) }),
    ),
    /** A village agent files for somebody who has agreed to it. */
    onBehalfOf: v.optional(
      v.strictObject({
        name: text('姓名', 2, 20),
        phone: mobile,
        consent: v.literal(true, '请先征得本人同意'),
      }),
    ),
    /** Units or people complained about, as far as the reporter names them from the list (R-P5). */
    accusedUnitIds: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(5, '最多选 5 个单位')),
    ),
  }),
)
