/**
 * When a person is asked whether WeChat may tell them (R-N1): after what they did, for the news that follows from it.
 * One consent is one message; WeChat takes three templates at a time.
 */
export const OCCASIONS = {
  report: ['ticket.progress'],
  booking: ['bookingTomorrow', 'bookingSoon', 'bookingCancelled'],
  work: ['ticket.alert', 'ticket.todo', 'ticket.reminder'],
} as const satisfies Record<string, readonly string[]>
export type Occasion = keyof typeof OCCASIONS

const MOST = 3

/** The templates to ask for at each occasion, as far as the county was granted any: a county may use one for several. */
export function asked(
  templateOf: (notice: string) => { id: string } | undefined,
  isStaff: boolean,
): Partial<Record<Occasion, string[]>> {
  const wanted = Object.entries(OCCASIONS).filter(([occasion]) => isStaff || occasion !== 'work')
  return Object.fromEntries(
    wanted.flatMap(([occasion, notices]) => {
      const ids = [...new Set(notices.flatMap((notice) => templateOf(notice)?.id ?? []))].slice(0, MOST)
      return ids.length === 0 ? [] : [[occasion, ids]]
    }),
  )
}
