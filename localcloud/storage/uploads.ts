import { randomBytes } from 'node:crypto'

import { STORAGE_LIMITS } from '../limits'

interface Ticket {
  path: string
  endsAt: number
}

/** Upload tickets of `storage.getUploadMetadata`: each names one path, serves one PUT, and ends by itself. */
export class Uploads {
  private readonly tickets = new Map<string, Ticket>()

  constructor(private readonly now: () => Date) {}

  issue(path: string): string {
    this.dropEnded()
    const ticket = randomBytes(24).toString('hex')
    this.tickets.set(ticket, { path, endsAt: this.now().getTime() + STORAGE_LIMITS.uploadTicketMs })
    return ticket
  }

  /** The path the ticket is for; it cannot be used again. Null when unknown, used or ended. */
  redeem(ticket: string): string | null {
    this.dropEnded()
    const found = this.tickets.get(ticket)
    this.tickets.delete(ticket)
    return found?.path ?? null
  }

  private dropEnded(): void {
    const now = this.now().getTime()
    for (const [ticket, { endsAt }] of this.tickets) if (endsAt <= now) this.tickets.delete(ticket)
  }
}
