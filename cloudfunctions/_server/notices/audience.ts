import { isAccusedUnit } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import type { Person } from '@core/people/types'
import type { Ticket } from '@core/ticket/types'
import { loadPerson, staffOf } from '../people'

/** Roles of a unit that a key reaches. */
const REACHES: Record<string, readonly string[]> = {
  centre: ['operator'],
  unit: ['handler', 'unitHead'],
  above: ['unitHead'],
  supervision: ['supervisor'],
}

/** The people behind an audience key. @throws Error for a key nobody has taught us: better loud than unheard */
export async function peopleBehind(
  key: string,
  knowledge: Knowledge,
): Promise<Pick<Person, '_id' | 'staff'>[]> {
  const cut = key.indexOf(':')
  const [kind, id] =
    cut < 0 ? [key, knowledge.county.supervisionUnitId] : [key.slice(0, cut), key.slice(cut + 1)]
  if (kind === 'person' || kind === 'leader') return [await loadPerson(id)]
  const roles = REACHES[kind]
  if (!roles) throw new Error(`no people are known for the audience key ${key}`)
  return staffOf(id, roles)
}

/** R-P5: nothing of a ticket reaches an accused person, nor somebody whose home unit is accused. */
export function mayBeTold(
  { _id, staff }: Pick<Person, '_id' | 'staff'>,
  { accused, reporter }: Pick<Ticket, 'accused' | 'reporter'>,
  knowledge: Knowledge,
): boolean {
  if (reporter?.personId === _id) return true
  if (accused.personIds.includes(_id)) return false
  return ![staff?.unitId, staff?.homeUnitId].some((unitId) =>
    isAccusedUnit(knowledge, unitId, accused.unitIds),
  )
}
