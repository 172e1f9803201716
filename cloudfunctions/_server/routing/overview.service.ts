import type { RoutingView } from '@core/contracts/routing/overview'
import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import { may } from '@core/people/permissions'
import { byCategory, byWeek, leavesOf, tally } from '@core/routing/learning'
import { currentKnowledge, publish } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import { loadJob, type InstalledModel } from './learned.repository'
import { currentLearned } from './learned.service'
import { mayCorrect } from './corrections.service'
import * as lessons from './lessons.repository'

/** Tickets the figures look back on, the newest. */
const MOST_COUNTED = 1000

/**
 * R-D3, R-D4: how well proposals were made lately, by week and by category. Figures alone, which name no ticket and
 * nobody: a township's centre works with the same proposals and sees them too. Three requests.
 */
export const overview: Handler<'routing.overview'> = async (ctx) => viewOf(ctx, await currentKnowledge())

/**
 * R-D4: publishes the county's knowledge anew with this threshold. Four requests.
 *
 * @throws AppError INVALID_INPUT for a category there is not, CONFLICT when somebody else published at that moment
 */
export const setThreshold: Handler<'routing.setThreshold'> = async (ctx, { categoryId, threshold }) => {
  const next = await publish((knowledge) => {
    if (!leavesOf(knowledge).some(({ id }) => id === categoryId)) {
      throw new AppError('INVALID_INPUT', { fields: { categoryId: '没有这个类别，请重新选择' } })
    }
    return {
      ...knowledge,
      categories: knowledge.categories.map(({ autoDispatch, ...category }) => {
        if (category.id !== categoryId) return autoDispatch ? { ...category, autoDispatch } : category
        return threshold === undefined ? category : { ...category, autoDispatch: { threshold } }
      }),
    }
  })
  return viewOf(ctx, next)
}

async function viewOf(ctx: Context, knowledge: Knowledge): Promise<RoutingView> {
  const [job, learned, counted] = [
    await loadJob(),
    await currentLearned(ctx),
    await lessons.newest(MOST_COUNTED),
  ]
  const figures = byCategory(counted)
  return {
    model: {
      state: learned.broken ? 'broken' : learned.model ? 'ready' : 'none',
      trainedOn: job?.trainedOn ?? 0,
      ...(job?.trainedAt ? { trainedAt: job.trainedAt.getTime() } : {}),
      pending: (job?.pending || job?.asked) ?? false,
      ...(job?.installed ? { installed: shown(job.installed) } : {}),
    },
    all: tally(counted),
    weeks: byWeek(counted).slice(0, MOST_WEEKS),
    categories: leavesOf(knowledge)
      .map(({ id, name, autoDispatch }) => ({
        ...(figures.find(({ categoryId }) => categoryId === id) ?? nothingOf(id)),
        name,
        ...(autoDispatch ? { threshold: autoDispatch.threshold } : {}),
      }))
      .sort((a, b) => b.count - a.count),
    maySet: may('routing.setThreshold', ctx.actor.role, 'nothing'),
    mayCorrect: mayCorrect(ctx.actor, knowledge),
  }
}

const shown = ({ trainedOn, at, broken }: InstalledModel) => ({
  trainedOn,
  at: at.getTime(),
  broken: broken ?? false,
})

/** Weeks shown; older ones say little about how it goes now. */
const MOST_WEEKS = 8

const nothingOf = (categoryId: string) => ({ categoryId, ...tally([]), effect: [] })
