import type { Knowledge } from '../../knowledge/types'
import { unitOf } from '../../knowledge/units'
import { personKey } from '../audience'
import type { Telling } from '../decisions/decision'
import type { WantedOrder } from '../orders'
import type { Ticket } from '../types'

/** A notice due at a moment, once (R-L4, R-L6, R-D7, R-H1). */
export interface Reminder {
  id: string
  at: Date
  tell: Telling[]
  /** The supervision order that is drafted with it (R-L4, R-D7). */
  order?: WantedOrder
}

/** What a sent one is remembered by. */
export const idOf = (name: string, at: Date): string => `${name}@${at.getTime()}`

export const about = (name: string, at: Date, tell: Telling[]): Reminder => ({
  id: idOf(name, at),
  at,
  tell: tell.map((telling) => ({ template: 'ticket.reminder', ...telling })),
})

/** A unit's head, where it has one. */
export function headKeys({ leadUnitId }: Pick<Ticket, 'leadUnitId'>, knowledge: Knowledge): string[] {
  const head = unitOf(knowledge, leadUnitId)?.headPersonId
  return head ? [personKey(head)] : []
}
