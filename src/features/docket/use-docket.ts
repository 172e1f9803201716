import { useEffect, useState } from 'react'
import type { ActionOutput } from '@core/contracts'
import type { TicketView } from '@core/contracts/ticket/views'
import { asFailure, client, type Failure, useQuery } from '@/cloud'

type Part = ActionOutput<'ticket.docket'>

export interface Docket {
  ticket?: TicketView
  /** With all its lines, once every part has come. */
  docket?: Part
  failure?: Failure
  reload(): void
}

/** The ticket as this reader may see it, and its whole history: it comes in parts, and paper wants all of it. */
export function useDocket(ticketId: string | undefined): Docket {
  const input = ticketId === undefined ? undefined : { ticketId }
  const ticket = useQuery('ticket.get', input)
  const first = useQuery('ticket.docket', input)
  const [rest, setRest] = useState<{ of: Part; docket?: Part; failure?: Failure }>()
  const begun = first.data
  useEffect(() => {
    if (!begun || ticketId === undefined) return undefined
    let wanted = true
    whole(ticketId, begun).then(
      (docket) => wanted && setRest({ of: begun, docket }),
      (error: unknown) => wanted && setRest({ of: begun, failure: asFailure(error) }),
    )
    return () => {
      wanted = false
    }
  }, [begun, ticketId])
  const current = rest?.of === begun ? rest : undefined
  return {
    ticket: ticket.data?.ticket,
    docket: current?.docket,
    failure: ticket.failure ?? first.failure ?? current?.failure,
    reload: () => {
      void ticket.reload()
      void first.reload()
    },
  }
}

async function whole(ticketId: string, first: Part): Promise<Part> {
  let docket = first
  while (docket.next !== undefined) {
    const { items, next } = await client.call('ticket.docket', { ticketId, after: docket.next })
    docket = { ...docket, items: [...docket.items, ...items], next }
  }
  return docket
}
