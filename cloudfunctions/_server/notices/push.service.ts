import { onItsDesk, type Notice, type Push } from '@core/notices'
import { hasWechat } from '@core/people/entered'
import { inbox } from '../people'
import type { CallContext } from '../runtime/context'

/**
 * The subscribe message that goes with a notice (R-N1), sent once at most: it is claimed before it is sent, and what
 * nobody can say whether it went out is never sent again by itself (R-N2).
 */
const MINUTE = 60_000
/** A claim that was not concluded by then was lost with its sender. */
const LOST_AFTER = 5 * MINUTE
const MOST_TRIES = 8
/** WeChat cuts a `thing` off at 20 characters, and refuses a longer one. */
const FIELD_LENGTH = 20

/** What a new notice carries when a template is configured for it and the person is one of WeChat's. */
export function firstPush(
  { now, wechat }: CallContext,
  personId: string,
  template: string,
): { push?: Push; wakeAt?: Date } {
  if (!hasWechat(personId) || !wechat.subscribeTemplate(template)) return {}
  return { push: { state: 'pending', tries: 0 }, wakeAt: now }
}

/** Takes the message of a notice one step on. Answers false when somebody else is at it. */
export async function push(ctx: CallContext, notice: Notice): Promise<boolean> {
  const { push: before } = notice
  if (before?.state === 'sending') return inbox.commit(notice, ended(notice, { ...before, state: 'unknown' }))
  if (before?.state !== 'pending') return inbox.commit(notice, ended(notice, before))
  const claimed: Notice = {
    ...notice,
    push: { ...before, state: 'sending', tries: before.tries + 1 },
    wakeAt: new Date(ctx.now.getTime() + LOST_AFTER),
  }
  if (!(await inbox.commit(notice, claimed))) return false
  return inbox.commit({ ...claimed, version: notice.version + 1 }, await sent(ctx, claimed))
}

async function sent({ now, wechat }: CallContext, notice: Notice): Promise<Notice> {
  const { tries, again } = notice.push as Push
  const became = (push: Omit<Push, 'tries'>): Push => ({ ...push, tries, ...(again && { again }) })
  const template = wechat.subscribeTemplate(notice.template)
  if (!template) return ended(notice, became({ state: 'refused', why: 'noTemplate' }))
  const result = await wechat.sendSubscribeMessage({
    openid: notice.personId,
    templateId: template.id,
    page: template.page ?? '',
    data: Object.fromEntries(
      Object.entries(template.fields).map(([field, part]) => [field, { value: cut(notice[part]) }]),
    ),
  })
  if (result.state === 'sent') return ended(notice, became({ state: 'sent' }))
  const { why } = result
  if (result.state !== 'notSent') return ended(notice, became({ state: result.state, why }))
  if (tries >= MOST_TRIES) return ended(notice, became({ state: 'refused', why }))
  return {
    ...notice,
    push: became({ state: 'pending', why }),
    wakeAt: new Date(now.getTime() + 2 ** tries * MINUTE),
  }
}

function ended(notice: Notice, push: Push | undefined): Notice {
  const { wakeAt: _woken, ...rest } = notice
  return onItsDesk({ ...rest, ...(push ? { push } : {}) })
}

const cut = (text: string): string =>
  [...text].length > FIELD_LENGTH ? `${[...text].slice(0, FIELD_LENGTH - 1).join('')}…` : text
