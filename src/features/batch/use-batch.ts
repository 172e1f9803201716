import { useRef, useState } from 'react'
import type { ActionOutput } from '@core/contracts'
import { isOutcomeOpen, useEach, useQuery, type Query } from '@/cloud'
import { dispatching, markable, marked, type Dispatching, type Proposed } from './marking'
import { outcomesOf, type Outcome } from './outcome'
import { isShiftHeld } from './shift'

export interface Batch {
  list: Query<ActionOutput<'ticket.proposals'>>
  /** What can be marked, in the order of the list. */
  open: readonly Proposed[]
  marks: ReadonlySet<string>
  /** Marks or unmarks one; with Shift all since the last one. */
  press(id: string): void
  /** Marks all that can be, or none where all are. */
  pressAll(): void
  /** The unit chosen for all; undefined: each as proposed. */
  unitId?: string
  chooseUnit(id: string | undefined): void
  send(): Promise<void>
  /** How many of the marked are answered while they are sent. */
  answered?: number
  /** What became of the last ones sent. */
  outcomes?: readonly Outcome[]
  forget(): void
}

/** The list that is marked on, and sending what is marked: each ticket its own dispatch. */
export function useBatch(): Batch {
  const list = useQuery('ticket.proposals', {})
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const [unitId, chooseUnit] = useState<string>()
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const each = useEach('ticket.dispatch')
  const last = useRef<string | undefined>(undefined)
  const open = markable(list.data?.items ?? [])
  const order = open.map(({ card }) => card.id)

  return {
    list,
    open,
    marks,
    press(id) {
      if (each.answered !== undefined) return
      const from = isShiftHeld() ? last.current : undefined
      last.current = id
      setMarks((before) => marked(before, id, order, from))
    },
    pressAll: () => setMarks(new Set(marks.size === order.length ? [] : order)),
    unitId,
    chooseUnit,
    answered: each.answered,
    outcomes,
    forget: () => setOutcomes(undefined),
    async send() {
      const chosen = open.filter(({ card }) => marks.has(card.id))
      const inputs = chosen
        .map((item) => dispatching(item, unitId))
        .filter((input): input is Dispatching => input !== undefined)
      const sent = await each.send(inputs)
      if (!sent) return
      // What may or may not have arrived stays marked: pressing again is the same call.
      const unanswered = chosen.filter((_, place) => {
        const outcome = sent[place]
        return outcome && 'failure' in outcome && isOutcomeOpen(outcome.failure)
      })
      setMarks(new Set(unanswered.map(({ card }) => card.id)))
      setOutcomes(outcomesOf(chosen, sent))
      await list.reload()
    },
  }
}
