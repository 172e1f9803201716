import type { Log } from './context'

/** Writes one line of JSON. The platform keeps what functions print for at least six months (platform.md). */
function write(level: 'info' | 'warn' | 'error', facts: Record<string, unknown>): void {
  console.log(JSON.stringify({ level, ...facts }))
}

/** The log of one call: every line carries the request id people were shown, and a hash instead of the person. */
export function createLog(requestId: string): Log & { done(facts: Record<string, unknown>): void } {
  return {
    done: (facts) => write('info', { requestId, ...facts }),
    warn: (what, facts) => write('warn', { requestId, what, ...facts }),
    error: (what, error) => write('error', { requestId, what, ...describe(error) }),
  }
}

/** A bug's name and stack; the SDK throws plain objects with a code and a message. */
function describe(error: unknown): Record<string, unknown> {
  if (error instanceof Error) return { error: error.message, stack: error.stack }
  const { errCode, errMsg } = (error ?? {}) as { errCode?: unknown; errMsg?: unknown }
  return { error: errMsg ?? String(error), errCode }
}
