/**
 * `npm run routing:train -- --data FILE --out MODEL [--words FILE]` and
 * `npm run -s eval:category -- --train FILE [--test FILE | --folds 5 | --curve] [--words FILE]`:
 * the category model on files of messages (scripts/routing/messages.ts says what they hold). One JSON object on stdout.
 */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { preflight } from './lib/preflight.mjs'
import { at, root } from './lib/root.mjs'

preflight()
const esbuild = await import('esbuild')

mkdirSync(at('.cache', 'routing'), { recursive: true })
const outfile = at('.cache', 'routing', `command.${process.pid}.cjs`)
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [at('scripts', 'routing', 'command.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  tsconfig: at('tsconfig.json'),
  logLevel: 'warning',
})
await esbuild.stop()

const { run } = createRequire(import.meta.url)(outfile)
process.exitCode = run(process.argv.slice(2))
