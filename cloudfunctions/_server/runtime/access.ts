import { AppError } from '@core/errors'
import { mayEver } from '@core/people/permissions'
import type { Actor, Person } from '@core/people/types'
import { loadPerson } from '../people'

/**
 * Who calls and whether anybody in their post may ever do this (R-P1). What they may do with one thing is decided
 * when the thing is loaded; this first look costs no further request and gives nothing away (R-P6).
 * @throws AppError NOT_SIGNED_IN, FORBIDDEN
 */
export async function identify(
  openId: string | undefined,
  action: string,
): Promise<{ actor: Actor; person: Person }> {
  if (openId === undefined) throw new AppError('NOT_SIGNED_IN')
  const person = await loadPerson(openId)
  const actor = actorOf(person)
  if (!mayEver(action, actor.role)) throw new AppError('FORBIDDEN')
  return { actor, person }
}

/** R-P3: a staff record that is no longer active is none; it counts from the next call on. */
export function actorOf({ _id: id, staff }: Person): Actor {
  if (!staff?.active) return { id, role: 'citizen' }
  const { role, unitId, homeUnitId, name, signMajor } = staff
  return {
    id,
    role,
    unitId,
    name,
    ...(homeUnitId === undefined ? {} : { homeUnitId }),
    ...(signMajor === undefined ? {} : { signMajor }),
  }
}
