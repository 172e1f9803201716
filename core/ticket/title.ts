import type { Knowledge } from '../knowledge/types'
import { replacePersonalNumbers } from '../privacy'
import { isSensitive, kindOf } from './access'
import type { Ticket } from './types'
import { KINDS } from './words'

const LONGEST = 24

/** What lists and notices call a ticket: the start of its words, or of a sensitive one only its sort (R-P5). */
export function titleOf(ticket: Ticket, knowledge: Knowledge): string {
  if (isSensitive(ticket)) return `保密件 · ${sortOf(ticket, knowledge)}`
  const [first = ''] = replacePersonalNumbers(ticket.words, () => '***').split(/[。！？!?；;\n]/)
  const letters = [...first.trim()]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('')
}

/** Category in words, else the kind. */
export function sortOf(ticket: Ticket, knowledge: Knowledge): string {
  const id = ticket.categoryId ?? ticket.proposal?.categoryId.value
  const category = knowledge.categories.find((entry) => entry.id === id)
  return category?.name ?? KINDS[kindOf(ticket) ?? 'help']
}
