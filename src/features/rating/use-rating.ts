import { useRef, useState } from 'react'
import { useCommand, useQuery, type Failure } from '@/cloud'
import { usePhotos, type Photos } from '@/features/photos'
import type { TicketView } from '@core/contracts/ticket/views'
import { isComplete, isDissatisfied, nextQuestion, type Rating } from './rating'

export interface RatingForm {
  ticket?: TicketView
  loading: boolean
  /** Why the ticket could not be opened. */
  missing?: Failure
  reload(): void
  rating: Rating
  dissatisfied: boolean
  /** What is still to be chosen. */
  next?: string
  photos: Photos
  choose(change: Partial<Rating>): void
  typeWords(words: string): void
  send(): Promise<void>
  busy: boolean
  failure?: Failure
  /** The ticket as it is after the rating. */
  after?: TicketView
}

/** Rating one ticket (R-C2, R-C3). */
export function useRating(ticketId: string): RatingForm {
  const query = useQuery('ticket.get', { ticketId })
  const command = useCommand('ticket.rate')
  const [rating, setRating] = useState<Rating>({ reasons: [] })
  const [after, setAfter] = useState<TicketView>()
  const words = useRef('')
  const photos = usePhotos()
  const dissatisfied = isDissatisfied(rating)

  return {
    ticket: query.data?.ticket,
    loading: query.loading,
    missing: query.failure,
    reload: () => void query.reload(),
    rating,
    dissatisfied,
    next: nextQuestion(rating),
    photos,
    choose: (change) => setRating((before) => ({ ...before, ...change })),
    typeWords: (typed) => {
      words.current = typed
    },
    async send() {
      if (!isComplete(rating)) return
      const said = words.current.trim()
      const answer = await command.send({
        ticketId,
        solved: rating.solved,
        result: rating.result,
        attitude: rating.attitude,
        reasons: dissatisfied ? rating.reasons : [],
        ...(said === '' ? {} : { words: said }),
        photos: dissatisfied ? photos.photos : [],
      })
      if (answer) setAfter(answer.ticket)
    },
    busy: command.busy,
    failure: command.failure,
    after,
  }
}
