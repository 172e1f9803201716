import type { ActionInput, ActionOutput } from '@core/contracts'

export type Proposed = ActionOutput<'ticket.proposals'>['items'][number]
export type Dispatching = ActionInput<'ticket.dispatch'>

/** Marked and not, by id. With `from` all between it and `id` becomes as `id` does, in the order of the list. */
export function marked(
  before: ReadonlySet<string>,
  id: string,
  order: readonly string[],
  from?: string,
): ReadonlySet<string> {
  const [a, b] = [order.indexOf(from ?? id), order.indexOf(id)]
  const touched = a < 0 ? [id] : order.slice(Math.min(a, b), Math.max(a, b) + 1)
  const on = !before.has(id)
  return new Set(on ? [...before, ...touched] : [...before].filter((each) => !touched.includes(each)))
}

/** What can be marked, in the order of the list. */
export const markable = (items: readonly Proposed[]): Proposed[] =>
  items.filter(({ proposed, alone }) => proposed !== undefined && alone === undefined)

/** What dispatching this one sends: as proposed, or to the unit chosen for all. Undefined: nothing is proposed. */
export function dispatching({ card, seen, proposed }: Proposed, unitId?: string): Dispatching | undefined {
  if (!proposed) return undefined
  const { kind, categoryId, handlingClass, leadUnitId, coUnitIds } = proposed
  const lead = unitId ?? leadUnitId
  return {
    ticketId: card.id,
    kind,
    categoryId,
    leadUnitId: lead,
    coUnitIds: coUnitIds.filter((id) => id !== lead),
    handlingClass,
    seen,
  }
}
