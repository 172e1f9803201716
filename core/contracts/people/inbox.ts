import * as v from 'valibot'
import { contract } from '../define'
import { cursor, type Moment } from '../fields'

export interface NoticeView {
  id: string
  at: Moment
  title: string
  words: string
  read: boolean
  ticketId?: string
  bookingId?: string
  /** Of a matter they said "me too" of (R-T3). */
  joined?: true
}

/** The in-app inbox that always works (R-N1), newest first. Reading a page marks it read. */
export const inbox = contract<{ items: NoticeView[]; next?: string }>()(
  'people.inbox',
  v.strictObject({ cursor }),
)
