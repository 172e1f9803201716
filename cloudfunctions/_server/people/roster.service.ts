import type { Colleague, RosterView } from '@core/contracts/people/roster'
import { AppError } from '@core/errors'
import { unitName, unitOf } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import { may } from '@core/people/permissions'
import {
  isOwnUnit,
  mayPlan,
  onDuty,
  rosterDays,
  shiftAt,
  SHIFTS,
  WEEK,
  withShift,
  withWeekBefore,
  type Roster,
  type Shift,
} from '@core/people/roster'
import type { Person } from '@core/people/types'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import * as repository from './people.repository'
import * as rosters from './roster.repository'

/** Writes that collide on a roster are tried again this often. */
const TRIES = 4
/** Who may be on duty: whoever works there, in whatever post. */
const ON_DUTY_ROLES = ['operator', 'handler', 'unitHead', 'supervisor']
const ALL_SHIFTS = Object.keys(SHIFTS) as Shift[]

/** R-H6: who is on duty at a unit at this moment, without those who left (R-P3). */
export async function peopleOnDuty(unitId: string, now: Date): Promise<Person[]> {
  const ids = onDuty(await rosters.load(unitId), now)
  return (await repository.peopleOf(ids)).filter(({ staff }) => staff?.active)
}

/** R-H6 */
export const roster: Handler<'people.roster'> = async (ctx, { unitId: named }) => {
  const knowledge = await currentKnowledge()
  const unitId = named ?? ctx.actor.unitId ?? ''
  checkMay(ctx, 'people.roster', unitId, knowledge)
  return viewOf(ctx, await rosters.load(unitId), knowledge)
}

/** R-H6. A race of two who plan is told apart by shifts: each writes its own over what is there. @throws AppError CONFLICT */
export const setDuty: Handler<'people.setDuty'> = async (ctx, { unitId, ...shift }) => {
  const { actor, now } = ctx
  const knowledge = await currentKnowledge()
  checkMay(ctx, 'people.setDuty', unitId, knowledge)
  if (!mayPlan(unitId, actor, knowledge)) throw new AppError('FORBIDDEN')
  if (!rosterDays(now).includes(shift.day)) {
    throw new AppError('INVALID_INPUT', { fields: { day: '只能排今天起两周内的班' } })
  }
  const staff = await repository.staffOf(unitId, ON_DUTY_ROLES)
  if (!shift.personIds.every((id) => staff.some(({ _id }) => _id === id))) {
    throw new AppError('INVALID_INPUT', { fields: { personIds: '有人不在这个单位，请重新选' } })
  }
  const personIds = [...new Set(shift.personIds)]
  const next = await change(ctx, unitId, (before) => withShift(before, { ...shift, personIds }, now))
  return viewOf(ctx, next, knowledge)
}

/** R-H6: what is empty of a week is planned as the week before. */
export const copyDuty: Handler<'people.copyDuty'> = async (ctx, { unitId, week }) => {
  const { actor, now } = ctx
  const knowledge = await currentKnowledge()
  checkMay(ctx, 'people.copyDuty', unitId, knowledge)
  if (!mayPlan(unitId, actor, knowledge)) throw new AppError('FORBIDDEN')
  const staffIds = (await repository.staffOf(unitId, ON_DUTY_ROLES)).map(({ _id }) => _id)
  const [from, to] = week === 'this' ? [0, WEEK] : [WEEK, 2 * WEEK]
  const days = rosterDays(now).slice(from, to)
  const next = await change(ctx, unitId, (before) => withWeekBefore(before, days, staffIds, now))
  return viewOf(ctx, next, knowledge)
}

/** load → decide → one commit on the version that was read; anew when somebody else wrote in between. @throws AppError CONFLICT */
async function change(ctx: Context, unitId: string, decide: (before: Roster) => Roster): Promise<Roster> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = await rosters.load(unitId)
    const next = decide(before)
    // An error may hide a write that was made; done again it is the same roster.
    if (next === before || (await rosters.commit(before, next).catch(() => false))) return next
    await ctx.pause(20 * attempt)
  }
  throw new AppError('CONFLICT')
}

/** One's own unit and those below it; an admin every unit. @throws AppError NOT_FOUND (R-P6) */
function checkMay(
  { actor }: Context,
  action: 'people.roster' | 'people.setDuty' | 'people.copyDuty',
  unitId: string,
  knowledge: Knowledge,
): void {
  const relation = isOwnUnit(unitId, actor, knowledge) ? 'owner' : 'nothing'
  const known = unitOf(knowledge, unitId) !== undefined
  if (!known || !(may(action, actor.role, relation) || may(action, actor.role, 'nothing')))
    throw new AppError('NOT_FOUND')
}

async function viewOf({ actor, now }: Context, of: Roster, knowledge: Knowledge): Promise<RosterView> {
  const unitId = of._id
  const planning = mayPlan(unitId, actor, knowledge)
  const days = rosterDays(now)
  const headId = unitOf(knowledge, unitId)?.headPersonId
  const shown = [...days, shiftAt(now).day].flatMap((day) => Object.values(of.duty[day] ?? {}).flat())
  const staff = await repository.staffOf(unitId, ON_DUTY_ROLES)
  const others = await repository.peopleOf(
    [...new Set([...shown, ...(headId === undefined ? [] : [headId])])].filter(
      (id) => !staff.some(({ _id }) => _id === id),
    ),
  )
  const known = [...staff, ...others]
  const colleagues = (ids: readonly string[]): Colleague[] =>
    known.filter(({ _id, staff: record }) => ids.includes(_id) && record?.active).map(colleague)
  const [head] = headId === undefined ? [] : colleagues([headId])
  const current = colleagues(onDuty(of, now))
  return {
    unitId,
    unit: unitName(knowledge, unitId),
    days: days.map((day) => ({
      day,
      shifts: Object.fromEntries(
        ALL_SHIFTS.map((shift) => [shift, colleagues(of.duty[day]?.[shift] ?? [])]),
      ) as Record<Shift, Colleague[]>,
    })),
    now: { shift: shiftAt(now).shift, people: current.length > 0 ? current : head ? [head] : [] },
    ...(head ? { head } : {}),
    staff: planning ? staff.map(colleague) : [],
    mayPlan: planning,
  }
}

const colleague = ({ _id, staff }: Person): Colleague => ({
  id: _id,
  name: staff?.name ?? '',
  ...(staff?.title === undefined ? {} : { title: staff.title }),
})
