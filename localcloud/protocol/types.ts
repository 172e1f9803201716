/** What a handler is told about the request it answers. */
export interface RequestContext {
  headers: Record<string, string | string[] | undefined>
  now: () => Date
}

/** One wire action: body in (already JSON), top-level response fields out; throws CloudError. */
export type ActionHandler = (
  body: Record<string, unknown>,
  ctx: RequestContext,
) => Promise<Record<string, unknown>> | Record<string, unknown>

/** Wire action name, e.g. `database.getDocument`, to the handler that answers it. */
export type ActionTable = Record<string, ActionHandler>
