import { dayWords, momentWords } from '@/features/time'
import type { TicketCard } from '@core/contracts/ticket/views'
import type { Status } from '@core/ticket/words'

/** Nobody has it any more, or somebody else's ticket stands for it. */
const ENDED: readonly Status[] = ['closed', 'withdrawn', 'notAccepted', 'merged']

type Facts = Pick<TicketCard, 'holder' | 'status' | 'createdAt' | 'waitsForMe' | 'confidential'>

/** When it was reported; of a confidential ticket only the day is known (R-P5). */
export function sentWords({ createdAt, confidential }: Facts, now: number): string {
  return `${(confidential ? dayWords : momentWords)(createdAt, now)} 反映`
}

/** Who has it now, in a sentence; absent once it has ended. */
export function holderWords(ticket: Facts): string | undefined {
  if (ENDED.includes(ticket.status)) return undefined
  return ticket.waitsForMe ? '现在等您处理' : `现在由${ticket.holder}办理`
}

/** The quiet line of a card. */
export function noteOf(ticket: Facts, now: number): string {
  return [sentWords(ticket, now), holderWords(ticket)].filter(Boolean).join(' · ')
}
