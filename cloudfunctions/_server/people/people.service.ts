import { AppError } from '@core/errors'
import { unitOf } from '@core/knowledge'
import { asked } from '@core/notices'
import { CLAIM_LIMITS, submitLimits, takeAgentTurn, takeTurn } from '@core/people/limits'
import type { Person } from '@core/people/types'
import { maskPhone } from '@core/privacy'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import * as inbox from './inbox.repository'
import * as repository from './people.repository'

/** Writes that collide on a person are tried again this often. */
const TRIES = 4
/** Submissions a person's document remembers, for retries. More than anybody makes while offline. */
const SUBMISSIONS_KEPT = 20

/** The person of this id; version 0 for somebody new. */
export const loadPerson = (id: string): Promise<Person> => repository.load(id)

/** A person nobody has read: a change of theirs tries to make the document first, and reads what is there after. */
export const unread = (id: string): Person => repository.stranger(id)

/** R-A3: whom the county knows by this number, by its keyed hash. */
export const peopleOfNumber = (hash: string): Promise<Person[]> => repository.peopleOfNumber(hash)

/** Who the platform says is calling, and what they may be (R-P1). */
export const me: Handler<'people.me'> = async ({ actor, person, vault, wechat }) => {
  const [unread, knowledge] = [await inbox.countUnread(person), await currentKnowledge()]
  const phone = vault.open(person.phone)
  const { staff } = person
  const subscribe = asked(wechat.subscribeTemplate, staff?.active === true)
  return {
    id: actor.id,
    role: actor.role,
    ...(staff?.active
      ? {
          name: staff.name,
          ...(staff.title === undefined ? {} : { title: staff.title }),
          unitId: staff.unitId,
          unitName: unitOf(knowledge, staff.unitId)?.name,
        }
      : {}),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    unread,
    ...(Object.keys(subscribe).length === 0 ? {} : { subscribe }),
  }
}

/** R-X3: the number is kept sealed and found by its hash; it leaves masked. */
export const verifyPhone: Handler<'people.verifyPhone'> = async (ctx, { code }) => {
  const { request, vault } = ctx
  const done = ctx.person.phoneRequest
  if (done?.key === request.key) {
    if (done.inputHash !== request.inputHash) throw new AppError('REQUEST_REUSED')
    return { phone: maskPhone(vault.open(ctx.person.phone) ?? '') }
  }
  const phone = await ctx.wechat.phoneOf(code)
  if (phone === undefined)
    throw new AppError('INVALID_INPUT', { fields: { code: '验证已失效，请重新点一次' } })
  const { key, inputHash } = request
  await changePerson(ctx, (person) => ({
    ...person,
    phone: vault.seal(phone),
    phoneHash: vault.phoneHash(phone),
    phoneRequest: { key, inputHash },
  }))
  return { phone: maskPhone(phone) }
}

/**
 * Changes the caller's own document, again on what is there after a collision. `change` answers the person it was
 * given where there is nothing (left) to do; it may run more than once.
 * @throws AppError CONFLICT when it collides again and again
 */
export async function changePerson(
  { person: known, pause }: Pick<Context, 'person' | 'pause'>,
  change: (person: Person) => Person | Promise<Person>,
): Promise<Person> {
  let person = known
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const next = await change(person)
    if (next === person) return person
    // An error may hide a write that was made; then `change` finds it done.
    const written = await repository.commit(person, next).catch(() => false)
    if (written) return { ...next, version: person.version + 1 }
    await pause(20 * attempt)
    person = await repository.load(known._id)
  }
  throw new AppError('CONFLICT')
}

/**
 * R-X4 and the memory of a submission: counts it and keeps its day, so that a retry after midnight has the same
 * number. Answers the day, `YYYY-MM-DD`.
 *
 * @param named the keyed hash of whom an agent files for: then the limits count that person, and all together
 * @param contact the keyed hash of the number somebody left with a matter of their own: the person is known by it
 * @throws AppError RATE_LIMITED, REQUEST_REUSED
 */
export async function recordSubmission(
  ctx: Context,
  today: string,
  { named, contact }: { named?: string; contact?: string },
): Promise<string> {
  const { key, inputHash } = ctx.request
  const { policies } = await currentKnowledge()
  const now = ctx.now.getTime()
  const found = (person: Person) => person.submissions.find((submission) => submission.key === key)
  const person = await changePerson(ctx, (before) => {
    if (found(before)) return before
    const recent =
      named === undefined
        ? { ...before.recent, submit: takeTurn(before.recent.submit, submitLimits(policies), now) }
        : takeAgentTurn(before.recent, named, policies, now)
    const submission = { key, inputHash, day: today, ticketId: key }
    return {
      ...before,
      recent,
      ...(contact === undefined ? {} : { contactHash: contact }),
      submissions: [...before.submissions.slice(1 - SUBMISSIONS_KEPT), submission],
    }
  })
  const submission = found(person)!
  if (submission.inputHash !== inputHash) throw new AppError('REQUEST_REUSED')
  return submission.day
}

/** R-T11: counts a try to claim a ticket, so that numbers cannot be tried out. @throws AppError RATE_LIMITED */
export async function recordClaim(ctx: Context): Promise<void> {
  await changePerson(ctx, (before) => ({
    ...before,
    recent: { ...before.recent, claim: takeTurn(before.recent.claim, CLAIM_LIMITS, ctx.now.getTime()) },
  }))
}

/** The people of these ids, as far as the county has met them. */
export const peopleOf = (ids: readonly string[]): Promise<Person[]> => repository.peopleOf(ids)

/** R-A3: a visitor did not come to their reception, or did after all. */
export const noteAbsence = (personId: string, bookingId: string, missed: boolean): Promise<boolean> =>
  repository.markAbsence(personId, bookingId, missed)

/** The active staff of a unit in one of these roles. */
export const staffOf = (unitId: string, roles: readonly string[]): Promise<Person[]> =>
  repository.staffOf(unitId, roles)

/** R-P3: the ids of those who still work in the unit they were named for. */
export async function stillIn(
  named: readonly { personId: string; unitId: string }[],
): Promise<ReadonlySet<string>> {
  const active = await repository.activeAmong([...new Set(named.map(({ personId }) => personId))])
  const unitOfPerson = new Map(active.map(({ _id, staff }) => [_id, staff?.unitId]))
  return new Set(
    named
      .filter(({ personId, unitId }) => unitOfPerson.get(personId) === unitId)
      .map(({ personId }) => personId),
  )
}

/** Whom the head of a unit may assign: its active handlers and heads. */
export const colleagues: Handler<'people.colleagues'> = async ({ actor }) => {
  const people = actor.unitId === undefined ? [] : await staffOf(actor.unitId, ['handler', 'unitHead'])
  return {
    items: people.map(({ _id, staff }) => ({
      id: _id,
      name: staff?.name ?? '',
      ...(staff?.title === undefined ? {} : { title: staff.title }),
    })),
  }
}
