import { photoActions } from '@server/files/photos.actions'
import { createFunction } from '@server/runtime'
import { ticketActions } from '@server/ticket/ticket.actions'

export const main = createFunction('ticket', { ...ticketActions, ...photoActions })
