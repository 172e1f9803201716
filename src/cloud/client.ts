import { transport } from '@transport'
import type { ActionId, ActionInput, ActionOutput } from '@core/contracts'
import { Refusal } from './failure'
import { newRequestId } from './request-id'

/**
 * Calls one action of the cloud. The function it lives in is the part of the id before the dot.
 *
 * @param requestId one per intent: repeat it when an intent is tried again after no answer came
 * @throws Refusal when the cloud says no, NetworkFailure when no answer came
 */
async function call<A extends ActionId>(
  action: A,
  input: ActionInput<A>,
  requestId: string = newRequestId(),
): Promise<ActionOutput<A>> {
  const envelope = await transport.call(action.slice(0, action.indexOf('.')), { action, input, requestId })
  if (!envelope.ok) throw new Refusal(envelope.error)
  return envelope.data as ActionOutput<A>
}

export const client = { call }
