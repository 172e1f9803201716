import * as v from 'valibot'
import { KINDS, type Kind } from '../../ticket/words'
import { contract } from '../define'
import { choice, place, text, type Moment } from '../fields'

/** R-T3: what is shown of a matter to those nearby: never its words. */
export interface NearbyMatter {
  id: string
  category: string
  place: string
  people: number
  since: Moment
  /** The asker said "me too" before. */
  joined: boolean
}

/** R-T3: public matters that may be the same as what is being written, best first. */
export const nearby = contract<{ items: NearbyMatter[] }>()(
  'ticket.nearby',
  v.strictObject({
    words: text('要反映的事情', 10, 2000),
    kind: v.optional(choice('诉求类型', Object.keys(KINDS) as [Kind, ...Kind[]])),
    place,
  }),
)
