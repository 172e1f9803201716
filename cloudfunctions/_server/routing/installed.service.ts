import { decodeModel, encodeModel, NotAModel, type CategoryModel } from '@core/routing/category'
import { forCounty } from '@core/routing/learning'
import { currentKnowledge } from '../knowledge'
import type { CallContext } from '../runtime/context'
import { changeJob } from './job.service'
import type { InstalledModel, LearningJob } from './learned.repository'

type Ctx = Pick<CallContext, 'now' | 'files' | 'pause' | 'sha256'>

/**
 * R-D1: puts a model that `routing:train` made into the county's cloud. The clock learns the county's own lessons on
 * top of it within a minute. What is refused leaves everything as it was; doing it twice is doing it once.
 *
 * @throws NotAModel in words: another file, another version, damaged, categories that are not this county's
 * @throws AppError CONFLICT when the clock writes all the time
 */
export async function installModel(ctx: Ctx, bytes: Uint8Array): Promise<InstalledModel> {
  const model = forCounty(decodeModel(bytes), await currentKnowledge())
  const content = Buffer.from(encodeModel(model))
  const name = ctx.sha256(content.toString('base64')).slice(0, 16)
  const fileId = await ctx.files.upload(`routing/installed-${name}`, content)
  const installed: InstalledModel = { fileId, trainedOn: model.trainedOn, at: ctx.now }
  const { installed: replaced } = await changeJob(ctx.pause, (job) => ({ ...job, installed, asked: true }))
  if (replaced && replaced.fileId !== fileId) await ctx.files.remove(replaced.fileId)
  return installed
}

/** Takes it back: the clock trains anew on the county's lessons alone. Answers whether there was one. @throws AppError CONFLICT */
export async function removeInstalledModel(ctx: Ctx): Promise<boolean> {
  const { installed } = await changeJob(ctx.pause, ({ installed: _removed, ...job }) => ({
    ...job,
    asked: true,
  }))
  if (installed) await ctx.files.remove(installed.fileId)
  return installed !== undefined
}

/** The installed model; undefined, with a line in the log, where it cannot be used. */
export async function installedModel(
  ctx: Pick<CallContext, 'files' | 'log'>,
  { installed }: Pick<LearningJob, 'installed'>,
): Promise<CategoryModel | undefined> {
  if (!installed) return undefined
  try {
    const bytes = await ctx.files.download(installed.fileId)
    if (!bytes) throw new NotAModel('模型文件不见了')
    return decodeModel(bytes)
  } catch (error) {
    ctx.log.error('the installed category model cannot be used', error)
    return undefined
  }
}
