import { decodeModel, NotAModel, type CategoryModel } from '@core/routing/category'
import { NOTHING_LEARNED, type Learned } from '@core/routing/learning'
import type { CallContext } from '../runtime/context'
import { loadJob, type LearningJob } from './learned.repository'

/** What was learned reaches every instance within this time. */
const FRESH_MS = 60_000

/** Of this instance; see `knowledge.repository` for why a value and not a promise. Weights and counts, nothing personal. */
let kept: { learned: Learned; revision: number; at: number } | undefined

/**
 * What the centre's tickets have taught, at most a minute old (R-D3). Never fails: where the model cannot be had,
 * proposals are made by rules alone, the log says why and the proposal says that.
 */
export async function currentLearned(ctx: CallContext): Promise<Learned> {
  const now = ctx.now.getTime()
  if (kept && Math.abs(now - kept.at) < FRESH_MS) return kept.learned
  try {
    const job = await loadJob()
    const revision = job?.revision ?? 0
    const isNew = !kept || kept.revision !== revision || kept.learned.broken === true
    const learned = isNew ? await learnedOf(ctx, job) : { ...kept!.learned, units: job?.units ?? [] }
    kept = { learned, revision, at: now }
    return learned
  } catch (error) {
    ctx.log.error('what routing has learned could not be read', error)
    return { ...NOTHING_LEARNED, broken: true }
  }
}

async function learnedOf(ctx: CallContext, job: LearningJob | undefined): Promise<Learned> {
  const units = job?.units ?? []
  if (job?.fileId === undefined) return { units }
  const model = await modelOf(ctx, job.fileId)
  return model ? { model, units } : { units, broken: true }
}

async function modelOf(ctx: CallContext, fileId: string): Promise<CategoryModel | undefined> {
  try {
    const bytes = await ctx.files.download(fileId)
    if (!bytes) throw new NotAModel('模型文件不见了')
    return decodeModel(bytes)
  } catch (error) {
    ctx.log.error('the category model cannot be used; proposals are made by rules alone', error)
    return undefined
  }
}
