import type { Knowledge } from '@core/knowledge/types'
import * as repository from './knowledge.repository'

/** What the county knows about itself, as last published (at most a minute old). */
export const currentKnowledge = (): Promise<Knowledge> => repository.current()
