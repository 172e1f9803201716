import { EDGES, type EdgeId } from './edge-table'
import type { Edge } from './edge-types'
import type { Status } from './words'

export { EDGES, type EdgeId } from './edge-table'
export type { Edge, Party } from './edge-types'

/** Nobody acts next on these; an edge may still leave them (E2, E22, E24, E25). */
export const TERMINAL: readonly Status[] = ['closed', 'notAccepted', 'withdrawn', 'merged']

export const isTerminal = (status: Status): boolean => TERMINAL.includes(status)

/** The statuses from which this command takes an edge. */
export function statusesOf(command: string): Status[] {
  return [
    ...new Set(
      EDGES.filter((edge) => (edge.commands as readonly string[]).includes(command)).flatMap(
        (edge) => edge.from,
      ),
    ),
  ]
}

/** Where the edges of this command lead from this status. */
export function targetsOf(command: string, from: Status): Status[] {
  return (EDGES as readonly Edge[])
    .filter((edge) => edge.from.includes(from) && edge.commands.includes(command))
    .flatMap(({ to }) => to)
}

/** The row by which this command leaves this status; undefined: no such edge. */
export function edgeFrom(id: EdgeId, from: Status, command: string): Edge | undefined {
  return (EDGES as readonly Edge[]).find(
    (edge) => edge.id === id && edge.from.includes(from) && edge.commands.includes(command),
  )
}
