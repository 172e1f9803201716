import { unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import { arrivalMinutes } from './arrival'
import type { Ticket, Whistle } from './types'
import { endOfWorkday, MINUTE } from './workdays'

/** R-D8: the last whistle of a ticket, and who has come to it. */

/** A department that was called: when its people first checked in after the call, and whether that is or was too late. */
export interface Report {
  unitId: string
  /** The first named leads on the spot. */
  leads: boolean
  at?: Date
  late: boolean
}

/** By when they have to be there: as for an urgent matter, counted from the call; else within 1 working day. */
export function whistleDue(ticket: Ticket, calledAt: Date, knowledge: Knowledge): Date {
  return ticket.urgent
    ? new Date(calledAt.getTime() + arrivalMinutes(ticket, knowledge) * MINUTE)
    : endOfWorkday(calledAt, 1, knowledge.calendar)
}

type Called = Pick<Ticket, 'whistle' | 'arrivals'>

/** One line a department called; empty before it is confirmed. */
export function reportsOf({ whistle, arrivals = [] }: Called, now: Date): Report[] {
  const { called } = whistle ?? {}
  if (!whistle || !called) return []
  return whistle.unitIds.map((unitId, index) => {
    const first = arrivals.find((arrival) => arrival.unitId === unitId && arrival.at >= called.at)
    return {
      unitId,
      leads: index === 0,
      ...(first && { at: first.at }),
      late: (first?.at ?? now) > called.due,
    }
  })
}

/** Whether this unit was called and has not reported in yet. */
export const isAwaited = (ticket: Called, unitId: string | undefined, now: Date): boolean =>
  reportsOf(ticket, now).some((report) => report.unitId === unitId && report.at === undefined)

/** The whistle that an operator has still to confirm. */
export const pendingWhistle = ({ whistle }: Pick<Ticket, 'whistle'>): Whistle | undefined =>
  whistle?.state === 'asked' ? whistle : undefined

/** A township, or a station or village in one. */
export function isOfTownship(knowledge: Knowledge, line: readonly string[]): boolean {
  return line.some((id) => unitOf(knowledge, id)?.level === 'township')
}
