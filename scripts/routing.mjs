/**
 * `npm run routing:train -- --data FILE --out MODEL [--words FILE]` and
 * `npm run -s eval:category -- --train FILE [--test FILE | --folds 5 | --curve] [--words FILE]`:
 * the category model on files of messages (scripts/routing/messages.ts says what they hold). One JSON object on stdout.
 * `npm run routing:install -- (--model MODEL | --remove) [--cloud]`: puts such a model into the product, or takes it back.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { preflight } from './lib/preflight.mjs'
import { at, root } from './lib/root.mjs'

preflight()
const esbuild = await import('esbuild')

const [name, ...args] = process.argv.slice(2)
const entry = name === 'install' ? 'install' : 'command'
mkdirSync(at('.cache', 'routing'), { recursive: true })
const outfile = at('.cache', 'routing', `${entry}.${process.pid}.cjs`)
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [at('scripts', 'routing', `${entry}.ts`)],
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

const { install, run } = createRequire(import.meta.url)(outfile)
rmSync(outfile)
process.exitCode = entry === 'install' ? await install(args, process.env, root) : run([name, ...args])
