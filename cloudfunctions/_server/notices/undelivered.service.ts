import { lineage, unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import type { UndeliveredView } from '@core/contracts/people/undelivered'
import { AppError } from '@core/errors'
import { called, checkKept, desksOf, keeperOf, resent, whyWords, type Desk, type Notice } from '@core/notices'
import type { Actor, Person } from '@core/people/types'
import { maskPhone } from '@core/privacy'
import { currentKnowledge } from '../knowledge'
import { inbox, peopleOf } from '../people'
import type { Context, Handler } from '../runtime/context'
import { push } from './push.service'

const PAGE = 20
/** Times a decision is made anew when others wrote in between. */
const TRIES = 4

/** R-N2, R-N3: a page of whom to call or of what failed, and how many there are of both. Four requests, three of an admin's. */
export const undelivered: Handler<'people.undelivered'> = async (ctx, { desk, cursor }) => {
  const { actor } = ctx
  const knowledge = await currentKnowledge()
  const desks = desksOf(actor)
  if (!desks.includes(desk)) throw new AppError('FORBIDDEN')
  const listOf = (name: Desk) => ({
    desk: `${name}:${keeperOf(actor, knowledge)}`,
    exceptPersonId: actor.id,
    exceptUnitIds: lineage(knowledge, actor.homeUnitId),
  })
  const found = await inbox.deskPage(listOf(desk), cursor, PAGE + 1)
  const counts = await Promise.all(
    desks.map(async (name) => [name, await inbox.deskCount(listOf(name))] as const),
  )
  const items = found.slice(0, PAGE)
  const people = await peopleOf([
    ...new Set(items.filter(({ call }) => !call).map(({ personId }) => personId)),
  ])
  return {
    items: items.map((notice) => viewOf(notice, desk, { ctx, people, knowledge })),
    ...(found.length > PAGE ? { next: items[PAGE - 1]!.sortKey } : {}),
    totals: Object.fromEntries(counts),
  }
}

interface Reading {
  ctx: Context
  people: readonly Person[]
  knowledge: Knowledge
}

function viewOf(notice: Notice, desk: Desk, reading: Reading): UndeliveredView {
  const { _id: id, at, title, words, call, push: sending, ticketId } = notice
  return {
    id,
    desk,
    at: at.getTime(),
    title,
    words,
    whom: call?.whom ?? whomOf(notice, reading),
    why: sending ? whyWords(sending) : triedWords(call?.attempts.length ?? 0),
    tries: sending?.tries ?? call?.attempts.length ?? 0,
    mayHaveArrived: sending?.state === 'unknown',
    // An admin sees to the templates and has no business in the matter.
    ...(ticketId === undefined || reading.ctx.actor.role === 'admin' ? {} : { ticketId }),
  }
}

const triedWords = (tries: number): string =>
  tries === 0 ? '没有微信，还没有打过电话' : `没有微信，打过 ${tries} 次电话没有接通`

function whomOf({ personId }: Notice, { ctx, people, knowledge }: Reading): string {
  const person = people.find(({ _id }) => _id === personId)
  if (person?.staff) return `${person.staff.name}（${unitName(knowledge, person.staff.unitId)}）`
  const phone = ctx.actor.role === 'admin' ? undefined : ctx.vault.open(person?.phone)
  return phone === undefined ? '群众' : `群众 ${maskPhone(phone)}`
}

/** R-N2: claimed, sent and concluded at once, so that whoever pressed sees what came of it. */
export const resendNotice: Handler<'people.resendNotice'> = async (ctx, { noticeId, tries }) => {
  await change(ctx, noticeId, 'push', (notice, act) => resent(notice, tries, act))
  const waiting = await inbox.load(noticeId)
  if (waiting?.push?.state === 'pending') await push(ctx, waiting)
  const after = (await inbox.load(noticeId))?.push
  return after?.state === 'sent'
    ? { arrived: true }
    : { arrived: false, ...(after && { why: resentWords(after) }) }
}

const resentWords = (after: NonNullable<Notice['push']>): string =>
  after.state === 'noConsent' ? '对方没有同意接收微信消息，可以打电话告知' : whyWords(after)

/** R-N3 */
export const noteCall: Handler<'people.noteCall'> = async (ctx, { noticeId, outcome, words }) => {
  const after = await change(ctx, noticeId, 'call', (notice, act) =>
    called(notice, { outcome, ...(words === undefined ? {} : { words }) }, act),
  )
  return { told: after.call?.state === 'told' }
}

/**
 * load → is it theirs → decide → one commit on the version that was read; anew when somebody else wrote in between.
 * @throws AppError NOT_FOUND, CONFLICT, and what the decision refuses
 */
async function change(
  ctx: Context,
  noticeId: string,
  desk: Desk,
  decide: (notice: Notice, act: { actor: Actor; now: Date; key: string }) => Notice,
): Promise<Notice> {
  const { actor, now, request } = ctx
  const knowledge = await currentKnowledge()
  const homeUnits = lineage(knowledge, actor.homeUnitId)
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const notice = checkKept(await inbox.load(noticeId), desk, actor, knowledge, homeUnits)
    const next = decide(notice, { actor, now, key: request.key })
    // An error may hide a write that was made; then the next look finds it done.
    if (next === notice || (await inbox.commit(notice, next).catch(() => false))) return next
    await ctx.pause(20 * attempt)
  }
  throw new AppError('CONFLICT')
}
