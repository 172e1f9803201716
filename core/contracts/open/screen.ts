import * as v from 'valibot'
import type { ReceptionKind } from '../../reception/words'
import { contract } from '../define'
import { id, type Moment } from '../fields'

/** R-G3: what the lobby's screen shows: numbers, never names, topics or ids. */
export interface ScreenView {
  /** The cloud's clock: a screen's own may be wrong. */
  now: Moment
  title: string
  phone: string
  today: {
    kind: ReceptionKind
    leaderName: string
    post: string
    place: string
    from: Moment
    to: Moment
    state: 'ahead' | 'open' | 'closed'
    serving?: number
    waiting: number[]
    served: number
  }[]
  /** The days of the next weeks, after today. */
  schedule: {
    date: string
    kind: ReceptionKind
    leaderName: string
    post: string
    from: Moment
    to: Moment
    place: string
  }[]
}

export const screen = contract<ScreenView>()(
  'open.screen',
  v.strictObject({
    /** Of a township's lobby; absent: the county's. */
    centreId: v.optional(id('中心')),
  }),
)
