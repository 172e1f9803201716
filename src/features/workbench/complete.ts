import type { TicketView } from '@core/contracts/ticket/views'

/** What a reader has no right to is absent from the answer, lists too (R-P5): here they are empty, so that pages can go through them. */
export function complete(ticket: TicketView): TicketView {
  return { ...NOTHING, ...ticket }
}

const NOTHING: Pick<
  TicketView,
  'photos' | 'coUnits' | 'results' | 'ratings' | 'callbacks' | 'timeline' | 'commands'
> = {
  photos: [],
  coUnits: [],
  results: [],
  ratings: [],
  callbacks: [],
  timeline: [],
  commands: [],
}
