import type { Knowledge } from '../knowledge/types'
import { runningDue } from './due'
import { ofCallback, ofPromise, ofSuperior } from './reminders/answer'
import { ofArrival, ofUrgency, ofWhistle } from './reminders/danger'
import { ofOrder, ofStep, ofUnit } from './reminders/handling'
import { idOf, type Reminder } from './reminders/reminder'
import { turnOf } from './turns'
import type { Ticket } from './types'

/** What time must do with a ticket. `decide` with `clock.wake` as SYSTEM does what is due; doing it twice does nothing more. */

/** Every reminder the present state has, sent or not. */
export function remindersOf(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  return [
    ...ofStep(ticket, knowledge),
    ...ofUnit(ticket, knowledge),
    ...ofUrgency(ticket, knowledge),
    ...ofArrival(ticket, knowledge),
    ...ofWhistle(ticket, knowledge),
    ...ofCallback(ticket, knowledge),
    ...ofSuperior(ticket, knowledge),
    ...ofPromise(ticket, knowledge),
    ...ofOrder(ticket, knowledge),
  ]
}

/** R-L4: whoever has it has been warned that its present due is near, and it is not past: 快到期 in lists and figures. */
export function isWarned(ticket: Ticket, knowledge: Knowledge): boolean {
  const due = runningDue(ticket, knowledge)
  const was = (name: string, at: Date) => (ticket.reminded ?? []).includes(idOf(name, at))
  return due !== undefined && was('soon', due.soonAt) && !was('late', due.at)
}

/** The reminders not yet sent. */
export function unsent(ticket: Ticket, knowledge: Knowledge): Reminder[] {
  return remindersOf(ticket, knowledge).filter(({ id }) => !ticket.reminded?.includes(id))
}

/** When time must next touch this ticket; undefined: never. */
export function nextWakeAt(ticket: Ticket, knowledge: Knowledge): Date | undefined {
  const turn = turnOf(ticket, knowledge)
  const moments = [...(turn ? [turn] : []), ...unsent(ticket, knowledge)].map(({ at }) => at.getTime())
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined
}
