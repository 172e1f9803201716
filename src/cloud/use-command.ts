import { useCallback, useRef, useState } from 'react'
import type { ActionId, ActionInput, ActionOutput } from '@core/contracts'
import { client } from './client'
import { asFailure, isOutcomeOpen, Refusal, type Failure } from './failure'
import { newRequestId } from './request-id'

export interface Command<A extends ActionId> {
  /** Resolves with the answer, or with undefined when it failed: then `failure` says why. */
  send(input: ActionInput<A>): Promise<ActionOutput<A> | undefined>
  busy: boolean
  failure?: Failure
  /** What is wrong with a field, from the last refusal. */
  fields: Record<string, string>
  /** Forgets the failure, e.g. when the form is closed. */
  clear(): void
}

/**
 * Sends one action on a tap. While one is on its way further taps do nothing; the same input tried again after an
 * open outcome is the same call (same requestId), so that it takes effect once.
 */
export function useCommand<A extends ActionId>(action: A): Command<A> {
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false })
  const intent = useRef<{ key: string; requestId: string } | undefined>(undefined)
  const onItsWay = useRef(false)

  const send = useCallback(
    async (input: ActionInput<A>) => {
      if (onItsWay.current) return undefined
      onItsWay.current = true
      const key = JSON.stringify(input)
      if (intent.current?.key !== key) intent.current = { key, requestId: newRequestId() }
      setState({ busy: true })
      try {
        const answer = await client.call(action, input, intent.current.requestId)
        intent.current = undefined
        setState({ busy: false })
        return answer
      } catch (error) {
        const failure = asFailure(error)
        if (!isOutcomeOpen(failure)) intent.current = undefined
        setState({ busy: false, failure })
        return undefined
      } finally {
        onItsWay.current = false
      }
    },
    [action],
  )
  const clear = useCallback(() => setState({ busy: false }), [])
  const fields = state.failure instanceof Refusal ? state.failure.fields : {}
  return { ...state, fields, send, clear }
}
