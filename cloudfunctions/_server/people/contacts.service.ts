import { AppError } from '@core/errors'
import { dayOf } from '@core/ticket/workdays'
import type { Handler } from '../runtime/context'
import * as repository from './contacts.repository'

/** R-T5: noted without a ticket and counted. Three requests. @throws AppError REQUEST_REUSED */
export const logContact: Handler<'people.logContact'> = async (ctx, { channel, reason, phone, note }) => {
  const { actor, now, request, vault } = ctx
  const { key, inputHash } = request
  const day = dayOf(now)
  const unitId = actor.unitId ?? ''
  const isNew = await repository.add({
    _id: key,
    inputHash,
    at: now,
    day,
    channel,
    reason,
    byId: actor.id,
    unitId,
    ...(phone === undefined ? {} : { phone: vault.seal(phone), phoneHash: vault.phoneHash(phone) }),
    ...(note ? { note } : {}),
  })
  const entry = isNew ? undefined : await repository.load(key)
  if (entry && entry.inputHash !== inputHash) throw new AppError('REQUEST_REUSED')
  return { today: await repository.countOfDay(day, unitId) }
}
