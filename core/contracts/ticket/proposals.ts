import * as v from 'valibot'
import { contract } from '../define'
import type { HandlingClass, Kind } from '../../ticket/words'
import { cursor, type Moment } from '../fields'
import type { TicketCard } from './views'

/** A ticket that waits to be screened, with what would be dispatched, or why it goes out by itself only. */
export interface ProposedTicket {
  card: TicketCard
  /** Its events so far: dispatching says which of them were looked at. */
  seen: number
  /** Absent where nothing is proposed. */
  proposed?: {
    kind: Kind
    categoryId: string
    leadUnitId: string
    coUnitIds: string[]
    handlingClass: HandlingClass
    /** When the unit would have to hand in its result if dispatched now. */
    deadline: Moment
    /** 0…1, the least of category and unit. */
    confidence: number
  }
  /** In words; absent: it can be marked for dispatch among others. */
  alone?: string
}

/** What waits for this centre's first look, most pressing first, as proposed (R-D1): the list that a batch is marked on. */
export const proposals = contract<{ items: ProposedTicket[]; next?: string; total: number }>()(
  'ticket.proposals',
  v.strictObject({ cursor }),
)
