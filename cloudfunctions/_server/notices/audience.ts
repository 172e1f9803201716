import { isAccusedUnit, unitOf } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import type { Person } from '@core/people/types'
import { dutyKey } from '@core/ticket/audience'
import type { Ticket } from '@core/ticket/types'
import { loadPerson, peopleOnDuty, staffOf } from '../people'

/** Roles of a unit that a key reaches. */
const REACHES: Record<string, readonly string[]> = {
  centre: ['operator'],
  unit: ['handler', 'unitHead'],
  above: ['unitHead'],
  supervision: ['supervisor'],
}

type Reached = Pick<Person, '_id' | 'staff'>

/**
 * The people behind an audience key who may be told of this ticket.
 * @throws Error for a key nobody has taught us: better loud than unheard
 */
export async function peopleBehind(
  key: string,
  ticket: Pick<Ticket, 'accused' | 'reporter'>,
  knowledge: Knowledge,
  now: Date,
): Promise<Reached[]> {
  const may = (people: Reached[]) => people.filter((person) => mayBeTold(person, ticket, knowledge))
  if (key.startsWith(dutyKey(''))) return officers(key.slice(dutyKey('').length), knowledge, now, may)
  return may(await everybodyBehind(key, knowledge))
}

/** R-H6: who is on duty at this moment, else the unit's head, else everybody there: an alert is never told to nobody. */
async function officers(
  unitId: string,
  knowledge: Knowledge,
  now: Date,
  may: (people: Reached[]) => Reached[],
): Promise<Reached[]> {
  const head = unitOf(knowledge, unitId)?.headPersonId
  const tiers = [
    () => peopleOnDuty(unitId, now),
    async () => (head === undefined ? [] : [await loadPerson(head)]),
    () => staffOf(unitId, ['operator', 'handler', 'unitHead', 'supervisor']),
  ]
  for (const tier of tiers) {
    const people = may(await tier())
    if (people.length > 0) return people
  }
  return []
}

async function everybodyBehind(key: string, knowledge: Knowledge): Promise<Reached[]> {
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
  { _id, staff }: Reached,
  { accused, reporter }: Pick<Ticket, 'accused' | 'reporter'>,
  knowledge: Knowledge,
): boolean {
  if (reporter?.personId === _id) return true
  if (accused.personIds.includes(_id)) return false
  return ![staff?.unitId, staff?.homeUnitId].some((unitId) =>
    isAccusedUnit(knowledge, unitId, accused.unitIds),
  )
}
