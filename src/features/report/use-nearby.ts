import { useEffect, useRef, useState } from 'react'
import type { ActionInput } from '@core/contracts'
import { toQuestion, type Draft } from '@/features/draft'

type Question = ActionInput<'ticket.nearby'>

/** Nobody is asked while somebody types. */
const AFTER_MS = 1000

export interface Nearby {
  /** Undefined: not enough is written yet, or nothing is to be looked for. */
  question?: Question
  /** The draft as it is now; asked about when it has stayed so for a moment. */
  note(draft: Draft): void
}

/** R-T3: what to look for nearby while somebody writes. */
export function useNearby(initial: Draft): Nearby {
  const [question, setQuestion] = useState(() => toQuestion(initial))
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const note = useRef((draft: Draft) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const next = toQuestion(draft)
      // The same object while it asks the same, so that nothing is drawn.
      setQuestion((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }, AFTER_MS)
  })
  return { question, note: note.current }
}
