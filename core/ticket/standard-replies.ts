import type { Knowledge, StandardReply } from '../knowledge/types'
import { lettersOf } from '../routing/reply/substance'
import type { Ticket } from './types'

/** R-H4: standard replies are a start, with 【gaps】 for what only whoever handles the matter knows. */

const GAP = /【[^【】]*】/g

/** The texts of a standard reply, as a form takes them. */
export const textsOf = (reply: StandardReply): Record<string, string> =>
  reply.for === 'answer' ? { words: reply.words } : { found: reply.found, done: reply.done }

/** Those to start from for a ticket: of its category, of the group above it, and of any. */
export function standardRepliesFor(
  { categoryId, proposal }: Pick<Ticket, 'categoryId' | 'proposal'>,
  use: StandardReply['for'],
  { categories, standardReplies = [] }: Pick<Knowledge, 'categories' | 'standardReplies'>,
): StandardReply[] {
  const own = categoryId ?? proposal?.categoryId.value
  const fitting = [own, categories.find(({ id }) => id === own)?.parentId, undefined]
  return fitting.flatMap((id) =>
    standardReplies.filter((reply) => reply.for === use && reply.categoryId === id),
  )
}

/**
 * R-H4: why a text was sent without a look, in words: a gap is still open, or it says nothing but what a standard reply
 * says already. Undefined: somebody has made it theirs.
 */
export function unlookedProblem(text: string, standard: readonly StandardReply[]): string | undefined {
  const gaps = text.match(GAP)
  if (gaps) return `还有没填的地方：${gaps.slice(0, 3).join('')}，请填好或去掉`
  const said = lettersOf(text)
  const same = standard
    .flatMap((reply) => Object.values(textsOf(reply)))
    .some((words) => lettersOf(words.replace(GAP, '')) === said)
  return same ? '和标准答复一字不差，请写上这件事的具体情况' : undefined
}
