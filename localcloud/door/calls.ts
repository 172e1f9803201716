import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Functions } from '../functions'
import { FUNCTION_LIMITS } from '../limits'
import { CloudError } from '../protocol/errors'
import { readJsonObject, REFUSALS, sendJson } from './http'

/**
 * `POST /api/call/<function>` with body `{ action, input, requestId }`: the same call a mini-program makes with
 * `wx.cloud.callFunction`. The function's envelope comes back with HTTP 200, also when it says `ok: false`;
 * another status means that the function gave no answer.
 */
export async function serveCall(
  request: IncomingMessage,
  response: ServerResponse,
  options: { functions: Functions; name: string; openid: string | null; origin: string },
): Promise<void> {
  const { functions, name, openid, origin } = options
  if (openid === null && !functions.isPublic(name)) throw REFUSALS.signInFirst()
  const event = await readJsonObject(request, FUNCTION_LIMITS.maxEventBytes)
  const caller = openid === null ? { source: 'wx_http', origin } : { source: 'wx_client', openid, origin }
  try {
    sendJson(response, 200, await functions.callAsClient(name, event, caller))
  } catch (error) {
    throw error instanceof CloudError ? refusalFor(error) : error
  }
}

function refusalFor({ code, message }: CloudError): unknown {
  switch (code) {
    case 'FUNCTION_NOT_FOUND':
      return REFUSALS.notFound()
    case 'PERMISSION_DENIED':
      return REFUSALS.forbidden()
    case 'INVALID_PARAM':
      return REFUSALS.tooLarge(FUNCTION_LIMITS.maxEventBytes)
    case 'FUNCTIONS_EXECUTE_FAIL':
      return REFUSALS.internal()
    default:
      return new Error(`${code}: ${message}`)
  }
}
