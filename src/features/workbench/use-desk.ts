import { useCallback, useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { AlternativeView, TicketView } from '@core/contracts/ticket/views'
import { type Failure, useQuery } from '@/cloud'
import { type Directory, useDirectory } from '@/features/directory'
import { drafts } from './drafts'
import type { StaffCommand } from './forms'
import { insteadOf } from './proposal'

/** A form that lies open on the desk. */
export interface OpenForm {
  command: StaffCommand
  /** Why one tap was not enough. */
  refused?: Failure
  /** The ticket as the form takes it, where another proposed category was chosen. */
  ticket?: TicketView
}

/** One ticket on somebody's desk: what it is, and the form open on it. */
export interface Desk {
  /** Undefined: nothing lies on it. */
  id?: string
  ticket?: TicketView
  directory?: Directory
  failure?: Failure
  form?: OpenForm
  reload(): void
  open(command: StaffCommand, refused?: Failure): void
  /** Opens the dispatch form filled in with another of the proposed categories. */
  choose(other: AlternativeView): void
  close(): void
  /** A command was taken: shows the ticket it answered. */
  done(ticket: TicketView): void
}

/** @param onChanged told after every command, so that a list beside can look again */
export function useDesk(id: string | undefined, onChanged?: () => void): Desk {
  const { data, failure, reload, put } = useQuery(
    'ticket.get',
    id === undefined ? undefined : { ticketId: id },
  )
  const lists = useDirectory()
  const [form, setForm] = useState<OpenForm>()
  // Another ticket is not asked what the last one was.
  useEffect(() => setForm(undefined), [id])
  const open = useCallback((command: StaffCommand, refused?: Failure) => setForm({ command, refused }), [])
  const choose = (other: AlternativeView) => {
    if (!data) return
    // What was begun for the first category is not meant for this one.
    drafts.drop(data.ticket.id, 'ticket.dispatch')
    setForm({ command: 'ticket.dispatch', ticket: insteadOf(data.ticket, other) })
  }
  const close = useCallback(() => setForm(undefined), [])
  return {
    id,
    ticket: data?.ticket,
    directory: lists.directory,
    failure: failure ?? lists.failure,
    form,
    reload: () => {
      lists.reload()
      void reload()
    },
    open,
    choose,
    close,
    done: (ticket) => {
      setForm(undefined)
      put({ ticket })
      void Taro.showToast({ title: '办好了', icon: 'success' })
      onChanged?.()
    },
  }
}
