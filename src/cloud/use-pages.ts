import { useCallback, useEffect, useRef, useState } from 'react'
import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import type { ActionId, ActionInput, ActionOutput } from '@core/contracts'
import { client } from './client'
import { asFailure, type Failure } from './failure'
import { useShownAgain } from './use-query'

/** Actions that answer one page of a list. */
type PagedAction = {
  [A in ActionId]: ActionOutput<A> extends { items: unknown[]; next?: string } ? A : never
}[ActionId]
type Item<A extends PagedAction> = ActionOutput<A> extends { items: (infer T)[] } ? T : never

/** Rows kept in the page: with 10 nodes a row it stays well under the platform's limit (platform.md). */
const MOST_ROWS = 40

export interface Pages<T, Answer> {
  items: T[]
  /** The answer of the newest page read: totals and the like. */
  answer?: Answer
  failure?: Failure
  /** `first` shows a skeleton, `more` a line at the end. */
  loading: false | 'first' | 'more'
  hasMore: boolean
  /** The page is full: `more` replaces what is shown instead of adding to it. */
  full: boolean
  /** Whether the beginning of the list has been left behind. */
  moved: boolean
  more(): Promise<void>
  /** Back to the beginning, asked anew. */
  reload(): Promise<void>
}

interface State<T, Answer> extends Pick<
  Pages<T, Answer>,
  'items' | 'answer' | 'failure' | 'loading' | 'moved'
> {
  next?: string
}

/**
 * A long list, page by page: the next one when the end comes into sight, anew on pull-down and when the page is shown
 * again. The cursor is added to `input` by this hook.
 */
export function usePages<A extends PagedAction>(
  action: A,
  input: Omit<ActionInput<A>, 'cursor'>,
): Pages<Item<A>, ActionOutput<A>> {
  type S = State<Item<A>, ActionOutput<A>>
  const [state, setState] = useState<S>({ items: [], loading: 'first', moved: false })
  const latest = useRef(0)
  const key = JSON.stringify(input)

  const ask = useCallback(
    async (
      cursor: string | undefined,
      merge: (before: S, items: Item<A>[]) => Pick<S, 'items' | 'moved'>,
    ) => {
      const turn = ++latest.current
      setState((before) => ({
        ...before,
        loading: cursor === undefined ? 'first' : 'more',
        failure: undefined,
      }))
      try {
        const whole = { ...(JSON.parse(key) as object), ...(cursor === undefined ? {} : { cursor }) }
        const answer = await client.call(action, whole as ActionInput<A>)
        if (turn !== latest.current) return
        const page = answer as { items: Item<A>[]; next?: string }
        setState((before) => ({ ...merge(before, page.items), answer, next: page.next, loading: false }))
      } catch (error) {
        const failure = asFailure(error)
        if (turn === latest.current) setState((before) => ({ ...before, failure, loading: false }))
      }
    },
    [action, key],
  )

  const reload = useCallback(() => ask(undefined, (_before, items) => ({ items, moved: false })), [ask])
  const full = state.items.length >= MOST_ROWS
  const more = useCallback(
    () =>
      ask(state.next, (before, items) =>
        full ? { items, moved: true } : { items: [...before.items, ...items], moved: before.moved },
      ),
    [ask, full, state.next],
  )
  const hasMore = state.next !== undefined

  useEffect(() => {
    const turns = latest
    setState({ items: [], loading: 'first', moved: false })
    void reload()
    return () => {
      turns.current++
    }
  }, [reload])
  useShownAgain(reload)
  useReachBottom(() => {
    if (hasMore && !full && state.loading === false) void more()
  })
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh())
  })
  return { ...state, hasMore, full, more, reload }
}
