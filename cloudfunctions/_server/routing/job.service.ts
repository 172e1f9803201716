import { AppError } from '@core/errors'
import { commitJob, loadJob, START, type LearningJob } from './learned.repository'

/** Times a change is made anew when the clock, or somebody else, wrote in between. */
const TRIES = 5

/** Changes the job, whatever others write meanwhile; answers it as it was before. @throws AppError CONFLICT */
export async function changeJob(
  pause: (ms: number) => Promise<void>,
  change: (job: LearningJob) => LearningJob,
): Promise<LearningJob> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const job = await loadJob()
    if (await commitJob(job, change(job ?? START))) return job ?? START
    await pause(20 * attempt)
  }
  throw new AppError('CONFLICT')
}
