import { encodeModel, train, type Example } from '@core/routing/category'
import {
  isSameLesson,
  labelsOf,
  LEAST_LESSONS,
  lessonOf,
  MOST_LESSONS,
  unitHistory,
  wordsOf,
  type Lesson,
} from '@core/routing/learning'
import { isSensitive } from '@core/ticket/access'
import type { Ticket } from '@core/ticket/types'
import { HOUR, MINUTE } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import {
  commitJob,
  installedModel,
  lessons,
  loadJob,
  START,
  type InstalledModel,
  type LearningJob,
} from '../routing'
import type { TimerContext } from '../runtime/context'
import { historiesBetween, historiesOf, saidIn, walk } from '../ticket'

/** Tickets looked at in one request: they come with their events. */
const BATCH = 50
/** Batches in one run; what is left waits a minute. */
const MOST_BATCHES = 4
/** A call that began before may commit after it; by then none is running any more. */
const SETTLED = 10 * MINUTE
/** Trainings are at least this far apart, unless a person took a lesson back. */
const PAUSE = HOUR
/** Tickets whose words are read in one request. */
const WORDS_BATCH = 100

/**
 * R-D3: gathers what the tickets that moved have taught, and trains the category model anew when there is something
 * new. Every step may be repeated; should the run be cut off, the next one begins where the job stands.
 */
export async function learn(ctx: TimerContext): Promise<void> {
  const before = String(ctx.now.getTime() - SETTLED).padStart(13, '0')
  let job = await loadJob()
  for (let batch = 0; batch < MOST_BATCHES && ctx.hasTime(); batch++) {
    const { upTo, waiting, ...rest } = job ?? START
    const moved = await historiesBetween(upTo, before, BATCH)
    const known = new Map<string, Lesson>()
    const withLessons = async (tickets: Ticket[]): Promise<Ticket[]> => {
      const ids = tickets.map(({ _id }) => _id)
      if (ids.length > 0) for (const lesson of await lessons.ofTickets(ids)) known.set(lesson._id, lesson)
      return tickets
    }
    await withLessons(moved)
    let isNew = false
    const load = async (ids: readonly string[]) => withLessons(await historiesOf(ids))
    const walked = await walk(ctx, { upTo, waiting }, { moved }, load, async (ticket) => {
      if (await note(ticket, known.get(ticket._id))) isNew = true
      return true
    })
    if (walked.idle) break
    const next = { ...rest, ...walked.standing, pending: rest.pending || isNew }
    if (!(await commitJob(job, next))) return
    job = { ...next, version: rest.version + 1 }
    if (!walked.whole) break
  }
  if (job && isDue(job, ctx.now) && ctx.hasTime()) await retrain(ctx, job)
}

/** Keeps the lesson of a ticket; answers whether it says something new. */
async function note(ticket: Ticket, found: Lesson | undefined): Promise<boolean> {
  const lesson = lessonOf(ticket)
  if (!lesson) {
    // It became confidential, or went back to be handled by somebody else.
    return found !== undefined && !found.left && lessons.commit(found, { ...found, left: true })
  }
  if (!found) return lessons.add({ ...lesson, version: 1 })
  if (isSameLesson(found, lesson)) return false
  return lessons.commit(found, { ...lesson, version: found.version })
}

const isDue = ({ pending, asked, trainedAt }: LearningJob, now: Date): boolean =>
  asked === true || (pending && (!trainedAt || now.getTime() - trainedAt.getTime() >= PAUSE))

/**
 * Trains on the newest lessons, on top of the installed model where there is one; the model is a file of its own, and
 * the job names it only when it is there.
 */
async function retrain(ctx: TimerContext, job: LearningJob): Promise<void> {
  const knowledge = await currentKnowledge()
  const newest = await lessons.newest(MOST_LESSONS)
  const examples = await examplesOf(newest.filter(({ left }) => !left))
  const base = await installedModel(ctx, job)
  const { asked: _done, fileId: replaced, trainedOn: _before, installed, ...rest } = job
  const done: LearningJob = {
    ...rest,
    pending: false,
    trainedAt: ctx.now,
    units: [...unitHistory(newest)],
    ...(installed ? { installed: markedAs(installed, base === undefined) } : {}),
  }
  if (!base && examples.length < LEAST_LESSONS) {
    await commitJob(job, { ...done, revision: job.revision + (replaced === undefined ? 0 : 1) })
    return
  }
  const model = train(examples, labelsOf(knowledge), wordsOf(knowledge), base)
  const revision = job.revision + 1
  const fileId = await ctx.files.upload(`routing/model-${revision}`, Buffer.from(encodeModel(model)))
  const isStored = await commitJob(job, { ...done, revision, fileId, trainedOn: model.trainedOn })
  if (isStored && replaced !== undefined && replaced !== fileId) await ctx.files.remove(replaced)
}

const markedAs = ({ broken: _before, ...installed }: InstalledModel, broken: boolean): InstalledModel =>
  broken ? { ...installed, broken } : installed

/** The lessons with their tickets' words, as far as these may be used (R-P5). */
async function examplesOf(from: readonly Lesson[]): Promise<Example[]> {
  const examples: Example[] = []
  for (let start = 0; start < from.length; start += WORDS_BATCH) {
    const some = from.slice(start, start + WORDS_BATCH)
    const categoryOf = new Map(some.map(({ _id, categoryId }) => [_id, categoryId]))
    for (const said of await saidIn([...categoryOf.keys()])) {
      if (isSensitive(said)) continue
      examples.push({ message: { body: said.words }, label: categoryOf.get(said._id)! })
    }
  }
  return examples
}
