import { useCallback, useRef, useState } from 'react'
import type { ActionId, ActionInput, ActionOutput } from '@core/contracts'
import { client } from './client'
import { asFailure, isOutcomeOpen, NetworkFailure, type Failure } from './failure'
import { newRequestId } from './request-id'

/** What became of one of several: the answer, or why not. */
export type Sent<A extends ActionId> = { answer: ActionOutput<A> } | { failure: Failure }

export interface Each<A extends ActionId> {
  /** Resolves with what became of each, in order; undefined while others are on their way. */
  send(inputs: readonly ActionInput<A>[]): Promise<Sent<A>[] | undefined>
  /** How many are answered while they are sent; undefined at rest. */
  answered?: number
}

/**
 * Sends one action several times on a tap, one after the other, each a call of its own: what is refused stops nobody
 * else. Without network the rest is not tried. The same input tried again after an open outcome is the same call.
 */
export function useEach<A extends ActionId>(action: A): Each<A> {
  const [answered, setAnswered] = useState<number>()
  const intents = useRef(new Map<string, string>())
  const onItsWay = useRef(false)

  const one = useCallback(
    async (input: ActionInput<A>): Promise<Sent<A>> => {
      const key = JSON.stringify(input)
      const requestId = intents.current.get(key) ?? newRequestId()
      intents.current.set(key, requestId)
      try {
        const answer = await client.call(action, input, requestId)
        intents.current.delete(key)
        return { answer }
      } catch (error) {
        const failure = asFailure(error)
        if (!isOutcomeOpen(failure)) intents.current.delete(key)
        return { failure }
      }
    },
    [action],
  )
  const send = useCallback(
    async (inputs: readonly ActionInput<A>[]) => {
      if (onItsWay.current) return undefined
      onItsWay.current = true
      const outcomes: Sent<A>[] = []
      try {
        for (const input of inputs) {
          setAnswered(outcomes.length)
          const last = outcomes[outcomes.length - 1]
          const offline = last && 'failure' in last && last.failure instanceof NetworkFailure
          outcomes.push(offline ? last : await one(input))
        }
        return outcomes
      } finally {
        onItsWay.current = false
        setAnswered(undefined)
      }
    },
    [one],
  )
  return { send, answered }
}
