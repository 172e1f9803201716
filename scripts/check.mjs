/** `npm run check`: format, lint, import rules, types. */
import { preflight } from './lib/preflight.mjs'

preflight()
const { check } = await import('./lib/checks.mjs')
process.exitCode = (await check()) ? 0 : 1
