/** `npm run check`: format, lint, import rules, types. */
import { preflight } from './lib/preflight.mjs'

preflight()
const { checks } = await import('./lib/checks.mjs')
const { runAll } = await import('./lib/stages.mjs')
process.exitCode = (await runAll(checks(), 2)) ? 0 : 1
