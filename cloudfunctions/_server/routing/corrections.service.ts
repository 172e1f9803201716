import type { Correction } from '@core/contracts/routing/corrections'
import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import { may } from '@core/people/permissions'
import type { Actor } from '@core/people/types'
import type { Lesson } from '@core/routing/learning'
import { currentKnowledge } from '../knowledge'
import type { Handler } from '../runtime/context'
import { changeJob } from './job.service'
import * as lessons from './lessons.repository'

/** Corrections name tickets of the whole county: an operator of a township's centre sees only its own (R-P6). */
export const mayCorrect = (actor: Actor, { county }: Knowledge): boolean =>
  may('routing.setLearned', actor.role, 'nothing') &&
  (actor.role !== 'operator' || actor.unitId === county.centreUnitId)

const PAGE = 20
/** Times a change is made anew when the clock wrote in between. */
const TRIES = 3

/** R-D3: tickets that were given another category than proposed, the newest first. One request. */
export const corrections: Handler<'routing.corrections'> = async ({ actor }, { cursor }) => {
  const knowledge = await currentKnowledge()
  if (!mayCorrect(actor, knowledge)) throw new AppError('FORBIDDEN')
  const found = await lessons.corrected(PAGE + 1, cursor)
  const page = found.slice(0, PAGE)
  const next = found.length > PAGE ? page[page.length - 1]!.sortKey : undefined
  return {
    items: page.map((lesson) => correctionOf(lesson, knowledge)),
    ...(next === undefined ? {} : { next }),
  }
}

/**
 * R-D3: takes a wrong lesson back, or learns from it after all; the clock trains anew within a minute. Pressing twice
 * is pressing once.
 *
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT
 */
export const setLearned: Handler<'routing.setLearned'> = async (ctx, { correctionId, learned }) => {
  const knowledge = await currentKnowledge()
  if (!mayCorrect(ctx.actor, knowledge)) throw new AppError('FORBIDDEN')
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const lesson = await lessons.load(correctionId)
    if (!lesson?.corrected) throw new AppError('NOT_FOUND')
    const { left: _left, ...rest } = lesson
    const next: Lesson = learned ? rest : { ...rest, left: true }
    const isSaid = (lesson.left ?? false) === !learned
    if (isSaid || (await lessons.commit(lesson, next))) {
      await changeJob(ctx.pause, (job) => ({ ...job, asked: true }))
      return { correction: correctionOf(next, knowledge) }
    }
    await ctx.pause(20 * attempt)
  }
  throw new AppError('CONFLICT')
}

function correctionOf(
  { _id, number, sortKey, proposed, categoryId, left }: Lesson,
  knowledge: Knowledge,
): Correction {
  const nameOf = (id: string) => knowledge.categories.find((category) => category.id === id)?.name ?? id
  return {
    id: _id,
    number,
    at: Number(sortKey.slice(0, 13)),
    from: nameOf(proposed.categoryId),
    to: nameOf(categoryId),
    learned: !left,
  }
}
