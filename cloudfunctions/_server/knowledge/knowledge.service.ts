import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import * as repository from './knowledge.repository'

/** What the county knows about itself, as last published (at most a minute old). */
export const currentKnowledge = (): Promise<Knowledge> => repository.current()

/** The next version of it, decided on what is published at that moment. @throws AppError CONFLICT when others publish all the time */
export async function publish(change: (knowledge: Knowledge) => Knowledge): Promise<Knowledge> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const prev = await repository.load()
    const next = { ...prev, ...change(prev) }
    if (await repository.commit(prev, next)) return repository.current()
  }
  throw new AppError('CONFLICT')
}

const TRIES = 3
