import type { Extension, Ticket } from './types'

/** R-L3: the application for more time that waits to be decided; what a past round left undecided does not count. */
export function pendingExtension({
  extension,
  round,
}: Pick<Ticket, 'extension' | 'round'>): Extension | undefined {
  return extension?.state === 'asked' && extension.round === round ? extension : undefined
}
