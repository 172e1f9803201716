import { encodeModel, train } from '@core/routing/category'
import { labelsOf, lessonOf, unitHistory, wordsOf, type Learned, type Lesson } from '@core/routing/learning'
import type { Ticket } from '@core/ticket/types'
import { knowledge } from '../county/knowledge'

const lessonsOf = (tickets: readonly Ticket[]): Lesson[] =>
  tickets.flatMap((ticket) => {
    const lesson = lessonOf(ticket)
    return lesson ? [{ ...lesson, version: 1 }] : []
  })

/** R-D3: what these tickets teach, as the clock would have learned it. The same tickets teach the same. */
export function learnFrom(tickets: readonly Ticket[]): Required<Omit<Learned, 'broken'>> {
  const wordsById = new Map(tickets.map(({ _id, words }) => [_id, words]))
  const lessons = lessonsOf(tickets)
  const examples = lessons.map(({ _id, categoryId }) => ({
    message: { body: wordsById.get(_id)! },
    label: categoryId,
  }))
  return { model: train(examples, labelsOf(knowledge), wordsOf(knowledge)), units: unitHistory(lessons) }
}

/** The lessons, the model's file, and the job from which the clock goes on (`upTo`: the last move of a ticket). */
export function learnedDocuments(
  tickets: readonly Ticket[],
  { model, units }: ReturnType<typeof learnFrom>,
  upTo: string,
  now: Date,
) {
  return {
    lessons: lessonsOf(tickets),
    file: { path: 'routing/model-1', bytes: encodeModel(model) },
    job: (fileId: string) => ({
      _id: 'routing',
      version: 1,
      upTo,
      pending: false,
      revision: 1,
      fileId,
      trainedOn: model.trainedOn,
      trainedAt: now,
      units,
    }),
  }
}
