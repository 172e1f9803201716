import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { ActionId, ActionInput, ActionOutput } from '@core/contracts'
import { client } from './client'
import { asFailure, type Failure } from './failure'

export interface Query<T> {
  /** The last good answer; stays while it is asked again, so that nothing jumps. */
  data?: T
  /** Why the last question failed; absent while the first is on its way. */
  failure?: Failure
  loading: boolean
  /** Asks again, keeping what is shown. */
  reload(): Promise<void>
  /** Puts in an answer that came another way, e.g. that of a command on the same ticket. */
  put(data: T): void
}

/**
 * Asks an action when the page opens, when the input changes and whenever the page is shown again.
 *
 * @param input `undefined` = not yet known: nothing is asked
 */
export function useQuery<A extends ActionId>(
  action: A,
  input: ActionInput<A> | undefined,
): Query<ActionOutput<A>> {
  type Output = ActionOutput<A>
  const [state, setState] = useState<{ data?: Output; failure?: Failure; loading: boolean }>({
    loading: true,
  })
  // An answer to an older question (another tab, a slow line) must not replace a newer one.
  const latest = useRef(0)
  const key = input === undefined ? undefined : JSON.stringify(input)

  const reload = useCallback(async () => {
    if (key === undefined) return
    const turn = ++latest.current
    setState((before) => ({ ...before, loading: true }))
    try {
      const data = await client.call(action, JSON.parse(key) as ActionInput<A>)
      if (turn === latest.current) setState({ data, loading: false })
    } catch (error) {
      const failure = asFailure(error)
      if (turn === latest.current) setState((before) => ({ data: before.data, failure, loading: false }))
    }
  }, [action, key])

  const put = useCallback((data: Output) => {
    latest.current++
    setState({ data, loading: false })
  }, [])

  useEffect(() => {
    const turns = latest
    setState({ loading: key !== undefined })
    void reload()
    return () => {
      turns.current++
    }
  }, [key, reload])
  useShownAgain(reload)
  return { ...state, reload, put }
}

/** Runs when the page comes back to the front, not when it opens. */
export function useShownAgain(run: () => void): void {
  const hidden = useRef(false)
  useDidHide(() => {
    hidden.current = true
  })
  useDidShow(() => {
    if (hidden.current) run()
    hidden.current = false
  })
}
