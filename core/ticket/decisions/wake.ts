import { SYSTEM } from '../../people/types'
import { unsent } from '../clock'
import { turnOf, type Turn } from '../turns'
import type { Command, DecideEnv } from '../env'
import { withDraft } from '../orders'
import { verdictOf } from '../joined'
import { rescheduled, settle } from '../settle'
import type { Ticket } from '../types'
import { urgentAssignment } from '../urgent'
import { assign } from './dispatching'
import type { Change } from './decision'

/** More than time can do to one ticket in one go: each turn leads to a status with no other turn due at once. */
const MOST = 5

/** Applies whatever is due now: edges first, then one event for all reminders. Repeated, it does nothing more. */
export function wake(ticket: Ticket, command: Command, env: DecideEnv): Ticket {
  let next = ticket
  for (let n = 0; n < MOST; n++) {
    const turn = turnOf(next, env.knowledge)
    if (!turn || turn.at > env.now) break
    next = settle(next, turned(next, turn, env), causeOf(command, turn.what, next, ticket), SYSTEM, env)
  }
  const reminders = unsent(next, env.knowledge).filter(({ at }) => at <= env.now)
  if (reminders.length === 0) return rescheduled(next, env.knowledge)
  const ids = reminders.map(({ id }) => id)
  // Who is told that it is late need not be told that it will be.
  const names = ids.map(nameOf)
  const spoken = reminders.filter(({ id }) => !names.includes(overtaking(nameOf(id)) ?? ''))
  const wanted = reminders.flatMap(({ order }) => order ?? [])
  const drafted = withDraft(next, wanted, env.now, env.knowledge)
  const change: Change = {
    set: { reminded: [...(next.reminded ?? []), ...ids], ...(drafted && { orders: drafted.orders }) },
    internal: true,
    facts: { reminded: spoken.map(({ id }) => nameOf(id)), ...(drafted && { drafted: drafted.grade }) },
    tell: spoken.flatMap(({ tell }) => tell),
  }
  return settle(next, change, causeOf(command, 'clock.remind', next, ticket), SYSTEM, env)
}

const nameOf = (id: string): string => id.split('@')[0] ?? id

/** The reminder that makes a warning needless. */
function overtaking(name: string): string | undefined {
  if (name === 'soon') return 'late'
  return name.startsWith('part.') ? name.replace('part.', 'partLate.') : undefined
}

/** Each event of one wake-up has a key of its own. */
function causeOf(command: Command, id: string, next: Ticket, first: Ticket) {
  const n = next.events.length - first.events.length
  return { id, key: n === 0 ? command.key : `${command.key}.${n}`, inputHash: command.inputHash }
}

function turned(ticket: Ticket, { what }: Turn, env: DecideEnv): Change {
  switch (what) {
    case 'clock.answerTimeout':
      return { edge: 'E7', to: ticket.question?.backTo, unset: ['question'] }
    case 'clock.unreachable':
      // R-T9: of several reporters some may have rated: then their word decides.
      return { edge: verdictOf(ticket) ?? 'E21', facts: { unreachable: true } }
    case 'clock.urgentDispatch': {
      const assignment = urgentAssignment(ticket, env.now, env.knowledge)
      if (!assignment) throw new Error('an urgent turn without anybody to send it to')
      return { ...assign(ticket, assignment, env.knowledge), edge: 'E11', internal: true }
    }
  }
}
