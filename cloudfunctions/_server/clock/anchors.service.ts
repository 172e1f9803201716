import { anchorAfter, anchorId, NO_ANCHOR, type Anchor, type AnchorHead } from '@core/audit'
import { dayOf, MINUTE, momentOf } from '@core/ticket/workdays'
import type { TimerContext } from '../runtime/context'
import { movedBetween } from '../ticket'
import { addAnchor, commitJob, JOB, loadAnchor, loadJob } from './anchors.repository'

/** Heads in one anchor: well below the size of a document. */
const HEADS = 500
/** Anchors written in one run. */
const MOST_PARTS = 4
/** A call that began before midnight may commit after it; by then none is running any more. */
const SETTLED = 10 * MINUTE

/**
 * R-T8: keeps the heads of the tickets that moved up to yesterday apart from them. An anchor is added before the job
 * moves on: a run that was cut off in between left it there, and the next one takes it up as it is.
 */
export async function writeAnchors(ctx: TimerContext): Promise<void> {
  const today = keyAt(momentOf(dayOf(new Date(ctx.now.getTime() - SETTLED)), 0))
  for (let part = 0; part < MOST_PARTS && ctx.hasTime(); part++) {
    const job = await loadJob()
    const { head, upTo } = job ?? { head: NO_ANCHOR, upTo: '' }
    if (upTo >= today) return
    const anchor = (await loadAnchor(anchorId(head.seq + 1))) ?? (await nextAnchor(ctx, head, upTo, today))
    if (anchor === 'taken') return
    const done = anchor
      ? { head: { seq: anchor.seq, hash: anchor.hash }, upTo: anchor.upTo }
      : { head, upTo: today }
    if (!(await commitJob(job, { _id: JOB, version: job?.version ?? 0, ...done })) || !anchor) return
  }
}

/** Anchors the next tickets; undefined where none moved since. */
async function nextAnchor(
  ctx: TimerContext,
  head: AnchorHead,
  upTo: string,
  today: string,
): Promise<Anchor | undefined | 'taken'> {
  const tickets = await movedBetween(upTo, today, HEADS)
  const last = tickets[tickets.length - 1]
  if (!last) return undefined
  const day = dayOf(new Date(Number(last.headKey.slice(0, 13))))
  const anchor = anchorAfter(head, day, tickets, ctx.sha256)
  return (await addAnchor(anchor)) ? anchor : 'taken'
}

/** Below every `headKey` of this moment and later. */
const keyAt = (at: Date): string => String(at.getTime()).padStart(13, '0')
