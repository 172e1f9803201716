import { useEffect, useState } from 'react'
import type { ActionOutput } from '@core/contracts'
import { asFailure, client, type Failure } from '@/cloud'

export interface ScreenState {
  /** The last good answer stays on the wall while the cloud is away. */
  view?: ActionOutput<'open.screen'>
  /** When it came, by this machine's clock. */
  at?: number
  failure?: Failure
  /** Counts the refreshes, failed ones too: what rolls, rolls with it. */
  turn: number
}

const REFRESH_MS = 10_000

/**
 * Asks again ten seconds after every answer, good or bad, for days: one question is on its way at a time, and nothing of
 * an earlier one is kept.
 */
export function useScreen(centreId: string | undefined): ScreenState & { refresh(): void } {
  const [state, setState] = useState<ScreenState>({ turn: 0 })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const ask = async () => {
      const answer = await client
        .call('open.screen', centreId === undefined ? {} : { centreId })
        .then((view) => ({ view, at: Date.now() }))
        .catch((error: unknown) => ({ failure: asFailure(error) }))
      if (!wanted) return
      setState((before) => ({
        ...('view' in answer ? answer : { view: before.view, at: before.at, ...answer }),
        turn: before.turn + 1,
      }))
      timer = setTimeout(() => void ask(), REFRESH_MS)
    }
    void ask()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [centreId, asked])
  return { ...state, refresh: () => setAsked((before) => before + 1) }
}
